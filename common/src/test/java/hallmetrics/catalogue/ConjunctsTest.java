package hallmetrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A predicate that has every part of another is narrower. */
class ConjunctsTest {

  @Test
  void partsAreReadAtTheTopLevelOnly() {
    assertThat(Conjuncts.of("a AND b = 'x and y'  and (c or d) and e between 1 and 2"))
        .containsExactly("a", "b = 'x and y'", "c or d", "e between 1 and 2");
  }

  @Test
  void aPredicateWithOrIsOnePart() {
    assertThat(Conjuncts.of("a and b or c")).containsExactly("a and b or c");
    assertThat(Conjuncts.within("a and b or c", "a and b")).isFalse();
  }

  @Test
  void bracketsAroundTheWholeDoNotMatter() {
    assertThat(Conjuncts.of("(a and (b and c))")).containsExactly("a", "b", "c");
    assertThat(Conjuncts.of("(a) or (b)")).containsExactly("( a ) or ( b )");
  }

  @Test
  void theAndOfACaseStaysInside() {
    assertThat(Conjuncts.of("case when a and b then c end = 1 and d"))
        .containsExactly("case when a and b then c end = 1", "d");
  }

  @Test
  void narrowerHasEveryPartAndMore() {
    assertThat(Conjuncts.within("b and  a and c", "a and b")).isTrue();
    assertThat(Conjuncts.within("a", "a and b")).isFalse();
    assertThat(Conjuncts.within("a", "true")).isTrue();
    assertThat(Conjuncts.within("kind = 'X'", "kind = 'x'")).isFalse();
  }

  @Test
  void joiningGuardsAnOr() {
    assertThat(Conjuncts.and("a or b", "c")).isEqualTo("(a or b) and c");
    assertThat(Conjuncts.and("true", "c or d")).isEqualTo("c or d");
    assertThat(Conjuncts.and("a", "true")).isEqualTo("a");
  }
}
