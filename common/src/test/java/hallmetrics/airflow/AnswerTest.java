package hallmetrics.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Four JSON shapes of errors, and what is no JSON. */
class AnswerTest {
  @Test
  void aTextAListAnObjectAndAnErrorAreRead() {
    assertThat(Answer.of(401, "{\"detail\":\"Token Expired\"}").message())
        .isEqualTo("Token Expired");
    assertThat(Answer.of(422, Recorded.INVALID).message())
        .isEqualTo("body.logical_date: Field required");
    assertThat(Answer.of(409, Recorded.CONFLICT).message())
        .startsWith("Unique constraint violation Serious error")
        .endsWith("MYBOSVU5");
    assertThat(Answer.of(404, "{\"error\":\"API route not found\"}").message())
        .isEqualTo("API route not found");
  }

  @Test
  void whatIsNoJsonIsOneShortLine() {
    assertThat(Answer.of(503, Recorded.HTML).message())
        .isEqualTo("503 Service Temporarily Unavailable");
    assertThat(Answer.of(502, "").message()).isEmpty();
    assertThat(Answer.of(502, "<p>bad\n\tgateway</p>").message()).isEqualTo("bad gateway");
    assertThat(Answer.of(500, "x".repeat(5000)).message()).hasSize(201);
    assertThat(Answer.of(200, "[1, 2").json()).isNull();
    assertThat(Answer.of(200, "{} trailing").json()).isNull();
    assertThat(Answer.of(500, "[]").message()).isEqualTo("[]");
    assertThat(Answer.of(500, "{}").message()).isEmpty();
  }

  @Test
  void everyStatusHasOneMeaning() {
    for (int passing : new int[] {0, 408, 429, 500, 502, 503, 504}) {
      assertThat(new Answer(passing, "", null).passing()).as("%d", passing).isTrue();
    }
    for (int lasting : new int[] {200, 204, 302, 400, 401, 403, 404, 405, 409, 422}) {
      assertThat(new Answer(lasting, "", null).passing()).as("%d", lasting).isFalse();
    }
    assertThat(new Answer(409, "", null).inDoubt()).isTrue();
    assertThat(Answer.of(403, "{\"detail\":\"Invalid JWT token\"}").tokenSpent()).isTrue();
    assertThat(Answer.of(403, "{\"detail\":\"Forbidden\"}").tokenSpent()).isFalse();
    assertThat(Answer.of(401, "{\"detail\":\"Not authenticated\"}").tokenSpent()).isTrue();
  }

  @Test
  void anAnswerPrintsNoBody() {
    assertThat(Answer.of(201, "{\"access_token\":\"eyJ\"}")).hasToString("HTTP 201");
  }
}
