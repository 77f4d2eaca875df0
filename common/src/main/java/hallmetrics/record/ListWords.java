package hallmetrics.record;

import hallmetrics.schema.TableSchema;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of closed lists, which name no person: titles of codes, what senders call them, yes and
 * no. Of every other short text nobody can tell whether it is a name.
 */
final class ListWords {
  private static final List<String> SIMPLE =
      List.of(
          "是", "否", "有", "无", "男", "女", "真", "假", "已", "未", "有效", "无效", "正常", "异常", "成功", "失败",
          "完成", "未完成", "已完成", "通过", "未通过", "不通过", "解决", "已解决", "未解决", "部分解决", "启用", "停用", "公开",
          "不公开", "匿名", "实名", "个人", "企业", "单位", "法人", "自然人", "其他", "其它", "不详", "未知", "空");

  private final Set<String> words = new HashSet<>(SIMPLE);

  /** The words of the tables of a catalogue, beside those every site knows. */
  ListWords(Collection<TableSchema> tables) {
    tables.forEach(table -> table.fields().forEach(field -> words.addAll(field.values().values())));
    DraftWords.builtIn()
        .codes()
        .values()
        .forEach(columns -> columns.values().forEach(codes -> words.addAll(codes.keySet())));
  }

  boolean has(String text) {
    return words.contains(text);
  }
}
