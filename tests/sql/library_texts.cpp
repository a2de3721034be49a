#include "library_texts.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>
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

bool is_statement(std::string_view text) {
  store::Lexer lexer(text);
  const std::string_view verb = lexer.next_solid().text;
  const std::string_view verbs[] = {"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"};
  return std::ranges::find(verbs, verb) != std::end(verbs) && lexer.next_solid().kind != store::Lex::end;
}

/// The texts between two NUL bytes that are statements, each once.
std::set<std::string> statements_in(const std::string& bytes) {
  std::set<std::string> found;
  for (const char* begin = bytes.c_str(); begin < bytes.c_str() + bytes.size();) {
    const std::size_t size = std::strlen(begin);
    if (size > 8 && std::strchr("SIUDW/- \n", *begin) != nullptr && is_statement({begin, size})) found.emplace(begin, size);
    begin += size + 1;
  }
  return found;
}

SqlText described(const std::string& text) {
  const auto says = [&](const char* word) { return text.find(word) != std::string::npos; };
  return {text, !says("/*postgres*/"), !says("/*sqlite*/"), says("scans: ")};
}

}  // namespace

const std::vector<SqlText>& library_texts() {
  static const std::vector<SqlText> texts = [] {
    std::vector<SqlText> made;
    for (const std::string& text : statements_in(archive())) made.push_back(described(text));
    return made;
  }();
  return texts;
}

}  // namespace ent::test
