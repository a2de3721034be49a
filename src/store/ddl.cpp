#include "store/ddl.hpp"

#include <vector>

#include "store/lexer.hpp"

namespace ent::store {
namespace {

/// One statement cut into lexemes, with its spaces and comments.
using Statement = std::vector<Lexeme>;

bool solid(const Lexeme& lexeme) { return lexeme.kind != Lex::space && lexeme.kind != Lex::comment; }

std::vector<Statement> statements_of(std::string_view ddl) {
  std::vector<Statement> statements(1);
  Lexer lexer(ddl);
  for (Lexeme lexeme = lexer.next(); lexeme.kind != Lex::end; lexeme = lexer.next()) {
    if (lexeme.text == ";")
      statements.emplace_back();
    else
      statements.back().push_back(lexeme);
  }
  return statements;
}

/// The solid words of a statement, for a look at its shape.
std::vector<std::string_view> words_of(const Statement& statement) {
  std::vector<std::string_view> words;
  for (const Lexeme& lexeme : statement) {
    if (solid(lexeme)) words.push_back(lexeme.text);
  }
  return words;
}

[[noreturn]] void refuse(const std::string& why, std::string_view name) {
  throw Failure(Fault::bug, "DDL of " + std::string(name) + ": " + why);
}

std::string type_for(std::string_view word, Engine engine, std::string_view table) {
  const bool postgres = engine == Engine::postgres;
  if (word == "INT") return postgres ? "BIGINT" : "INTEGER";
  // One order of texts on both engines, and one that an index can serve: the order of bytes.
  if (word == "TEXT") return postgres ? "TEXT COLLATE \"C\"" : "TEXT";
  if (word == "BYTES") return postgres ? "BYTEA" : "BLOB";
  // A number is never given twice, though the last row be deleted: whoever reads on from it relies on that.
  if (word == "LOG_KEY") return postgres ? "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY" : "INTEGER PRIMARY KEY AUTOINCREMENT";
  refuse("unknown type " + std::string(word), table);
}

enum class Shape { by_org, whole, log };

Shape shape_of(const std::vector<std::string_view>& words, std::string_view table) {
  if (words.back() == "BY_ORG") return Shape::by_org;
  if (words.back() == "WHOLE") return Shape::whole;
  if (words.back() == "LOG") return Shape::log;
  refuse("a table ends with BY_ORG, WHOLE or LOG", table);
}

bool keyed_by_org(const std::vector<std::string_view>& words) {
  for (std::size_t i = 0; i + 3 < words.size(); ++i) {
    if (words[i] == "PRIMARY" && words[i + 1] == "KEY" && words[i + 2] == "(" && words[i + 3] == "org") return true;
  }
  return false;
}

std::string sqlite_end(Shape shape) { return shape == Shape::log ? " STRICT" : " WITHOUT ROWID, STRICT"; }

std::string postgres_end(Shape shape, std::string_view table, int partitions) {
  if (shape != Shape::by_org || partitions <= 1) return {};
  std::string end = " PARTITION BY HASH (org)";
  const std::string name(table), modulus = std::to_string(partitions);
  for (int i = 0; i < partitions; ++i) {
    const std::string remainder = std::to_string(i);
    end += ";\nCREATE TABLE " + name + "_p" + remainder + " PARTITION OF " + name + " FOR VALUES WITH (MODULUS " + modulus +
           ", REMAINDER " + remainder + ")";
  }
  return end;
}

/// Column definitions begin behind the opening bracket and behind each comma of that depth; the type
/// is their second word. Table constraints begin with one of four words, and have no type.
class ColumnTypes {
 public:
  /// Whether this lexeme is the type of a column.
  bool is_type(const Lexeme& lexeme) {
    if (lexeme.text == "(") return opened();
    if (lexeme.text == ")") return closed();
    if (depth_ != 1) return false;
    if (lexeme.text == ",") return begin_column();
    return ++place_ == 1 ? named(lexeme.text) : place_ == 2 && !constraint_;
  }

 private:
  bool opened() { return ++depth_ == 1 ? begin_column() : false; }
  bool closed() {
    --depth_;
    return false;
  }
  bool begin_column() {
    place_ = 0;
    return false;
  }
  bool named(std::string_view word) {
    constraint_ = word == "PRIMARY" || word == "UNIQUE" || word == "CHECK" || word == "CONSTRAINT";
    return false;
  }

  int depth_ = 0;
  int place_ = 0;
  bool constraint_ = false;
};

std::string create_table(const Statement& statement, const std::vector<std::string_view>& words, Engine engine,
                         int partitions) {
  const std::string_view table = words[2];
  const Shape shape = shape_of(words, table);
  if (shape == Shape::by_org && !keyed_by_org(words)) refuse("the key of a BY_ORG table begins with org", table);
  std::string out;
  ColumnTypes columns;
  for (const Lexeme& lexeme : statement) {
    if (solid(lexeme) && lexeme.text.data() == words.back().data()) break;
    if (solid(lexeme) && columns.is_type(lexeme))
      out += type_for(lexeme.text, engine, table);
    else
      out += lexeme.text;
  }
  while (out.back() == ' ') out.pop_back();
  return out + (engine == Engine::sqlite ? sqlite_end(shape) : postgres_end(shape, table, partitions));
}

/// ALTER TABLE name ADD COLUMN column TYPE ...
std::string add_column(const Statement& statement, const std::vector<std::string_view>& words, Engine engine) {
  std::string out;
  for (const Lexeme& lexeme : statement)
    out += lexeme.text.data() == words[6].data() ? type_for(lexeme.text, engine, words[2]) : std::string(lexeme.text);
  return out;
}

std::string one_statement(const Statement& statement, Engine engine, int partitions) {
  const std::vector<std::string_view> words = words_of(statement);
  if (words.size() > 3 && words[0] == "CREATE" && words[1] == "TABLE")
    return create_table(statement, words, engine, partitions);
  if (words.size() > 6 && words[0] == "ALTER" && words[1] == "TABLE" && words[3] == "ADD" && words[4] == "COLUMN")
    return add_column(statement, words, engine);
  std::string out;
  for (const Lexeme& lexeme : statement) out += lexeme.text;
  return out;
}

}  // namespace

std::string ddl_for_engine(std::string_view ddl, Engine engine, int partitions) {
  std::string out;
  for (const Statement& statement : statements_of(ddl)) {
    if (!words_of(statement).empty()) out += one_statement(statement, engine, partitions) + ";";
  }
  return out;
}

}  // namespace ent::store
