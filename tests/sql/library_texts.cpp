#include "library_texts.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "store/lexer.hpp"

namespace ent::test {
namespace {

std::string archive() {
  const char* path = std::getenv("ENT_LIBRARY");
  if (path == nullptr) throw std::runtime_error("ENT_LIBRARY names the archive of the library");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("the archive of the library cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_statement(const std::string& text) {
  store::Lexer lexer(text);
  const std::string_view verb = lexer.next_solid().text;
  const std::string_view verbs[] = {"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"};
  return std::ranges::find(verbs, verb) != std::end(verbs) && lexer.next_solid().kind != store::Lex::end;
}

SqlText described(std::string text) {
  const auto says = [&](const char* word) { return text.find(word) != std::string::npos; };
  return {text, !says("/*postgres*/"), !says("/*sqlite*/"), says("/*scans:")};
}

}  // namespace

std::vector<SqlText> library_texts() {
  const std::string bytes = archive();
  std::vector<std::string> found;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\0', begin), bytes.size());
    std::string text = bytes.substr(begin, end - begin);
    if (text.size() > 8 && is_statement(text)) found.push_back(std::move(text));
    begin = end + 1;
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<SqlText> texts;
  for (std::string& text : found) texts.push_back(described(std::move(text)));
  return texts;
}

}  // namespace ent::test
