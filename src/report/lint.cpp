#include "report/lint.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.hpp"

namespace ent::report {
namespace {

constexpr std::size_t fewest_words = 3;
constexpr std::size_t shortest_shout = 4;

/// Folded, word by word. A trailing `*` stands for any ending.
struct Pattern {
  AdviceKind kind;
  std::string_view words;
};
constexpr std::array patterns{
    Pattern{AdviceKind::vague, "peut mieux faire"},
    Pattern{AdviceKind::vague, "peux mieux faire"},
    Pattern{AdviceKind::vague, "doit mieux faire"},
    Pattern{AdviceKind::vague, "des efforts a faire"},
    Pattern{AdviceKind::vague, "a suivre"},
    Pattern{AdviceKind::vague, "moyen"},
    Pattern{AdviceKind::vague, "passable"},
    Pattern{AdviceKind::reductive, "faible*"},
    Pattern{AdviceKind::reductive, "insuffisant*"},
    Pattern{AdviceKind::reductive, "mediocre*"},
    Pattern{AdviceKind::reductive, "mauvais*"},
    Pattern{AdviceKind::reductive, "paresseux"},
    Pattern{AdviceKind::reductive, "paresseuse"},
    Pattern{AdviceKind::humiliating, "nul"},
    Pattern{AdviceKind::humiliating, "nulle"},
    Pattern{AdviceKind::humiliating, "stupide"},
    Pattern{AdviceKind::humiliating, "incapable"},
    Pattern{AdviceKind::humiliating, "bon a rien"},
    Pattern{AdviceKind::humiliating, "bonne a rien"},
    Pattern{AdviceKind::humiliating, "catastrophique"},
    Pattern{AdviceKind::humiliating, "lamentable"},
};

struct Word {
  std::string_view written;
  std::string folded;
};

/// What stands between words; word processors put the last ones in.
constexpr std::array<std::string_view, 25> between{
    " ", "\t", "\n", "\r", ".", ",", ";", ":", "!", "?", "(", ")", "\"", "'", "-", "/", "\u00A0", "\u202F", "\u2019", "\u2026",
    "\u00AB", "\u00BB", "\u201C", "\u201D", "\u2013"};

/// How long it is where a text begins so; 0: a word goes on.
std::size_t gap_at(std::string_view text) {
  const auto found = std::ranges::find_if(between, [&](std::string_view one) { return text.starts_with(one); });
  return found == between.end() ? 0 : found->size();
}

/// Folding may make two words of one that has an apostrophe in it: it is cut there.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t begin = 0, i = 0; i <= text.size();) {
    const std::size_t gap = i == text.size() ? 1 : gap_at(text.substr(i));
    if (gap != 0 && i > begin) words.push_back({text.substr(begin, i - begin), base::fold(text.substr(begin, i - begin))});
    i += std::max<std::size_t>(gap, 1);
    if (gap != 0) begin = i;
  }
  return words;
}

bool is_word(std::string_view pattern, std::string_view word) {
  if (!pattern.ends_with('*')) return pattern == word;
  return word.starts_with(pattern.substr(0, pattern.size() - 1));
}

/// How many of the words a pattern takes from the first on; 0: it does not fit.
std::size_t taken_by(std::string_view pattern, std::span<const Word> words) {
  std::size_t taken = 0;
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find(' '), pattern.size());
    if (taken == words.size() || !is_word(pattern.substr(0, end), words[taken].folded)) return 0;
    ++taken;
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  return taken;
}

/// The first words of `words`, with what stands between them.
std::string written(std::span<const Word> words, std::size_t count) {
  const Word& last = words[count - 1];
  const char* const begin = words.front().written.data();
  return {begin, last.written.data() + last.written.size()};
}

/// À to Ü, and Œ.
bool is_accented_capital(std::string_view character) {
  return (character >= "\u00C0" && character <= "\u00DC" && character != "\u00D7") || character == "\u0152";
}

bool is_shout(const Word& word) {
  if (base::count_characters(word.written) < shortest_shout) return false;
  for (std::size_t i = 0; i < word.written.size(); ++i) {
    if (word.written[i] >= 'A' && word.written[i] <= 'Z') continue;
    if (!is_accented_capital(word.written.substr(i, 2))) return false;
    ++i;
  }
  return true;
}

}  // namespace

std::vector<Finding> advice_on(std::string_view comment) {
  std::vector<Finding> found;
  const std::vector<Word> words = words_of(base::trim(comment));
  if (!words.empty() && words.size() < fewest_words) found.push_back({AdviceKind::too_short, written(words, words.size())});
  for (std::size_t i = 0; i < words.size();) {
    const std::span<const Word> rest = std::span(words).subspan(i);
    std::size_t taken = 0;
    for (const Pattern& pattern : patterns) {
      if ((taken = taken_by(pattern.words, rest)) == 0) continue;
      found.push_back({pattern.kind, written(rest, taken)});
      break;
    }
    if (taken == 0 && is_shout(words[i])) found.push_back({AdviceKind::shouting, std::string(words[i].written)});
    i += std::max<std::size_t>(taken, 1);
  }
  return found;
}

}  // namespace ent::report
