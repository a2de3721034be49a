// The parser of AAF files: what it reads, cut anywhere, in every encoding; and what it refuses.
#include <boost/test/unit_test.hpp>

#include "interop/aaf/parser.hpp"

namespace {

using namespace ent::interop::aaf;

const std::string head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n";

/// What was read, as text: one line a record.
std::string told(const Record& record) {
  std::string text = record.verb == Verb::add ? "add" : record.verb == Verb::modify ? "modify" : "remove";
  text += " " + std::to_string(static_cast<int>(record.kind)) + " " + record.id + " line " + std::to_string(record.line);
  for (const Attr attr : {Attr::family_name, Attr::given_name, Attr::divisions, Attr::relatives}) {
    if (!record.has(attr)) continue;
    text += " " + std::string(record.name_of(attr)) + "=";
    for (const auto value : record.all(attr)) text += "[" + std::string(value) + "]";
  }
  return text + "\n";
}

struct Read {
  std::string records;
  std::string reason;
  std::int64_t line = 0;
};

Read read(std::string_view file, std::size_t piece = std::string_view::npos) {
  Parser parser;
  Read answer;
  bool last = false;
  while (!last) {
    const std::string_view next = file.substr(0, piece);
    file.remove_prefix(next.size());
    last = file.empty();
    const bool sound = parser.feed(next, last);
    for (const Record& record : parser.records()) answer.records += told(record);
    if (!sound) {
      answer.reason = parser.fault()->reason;
      answer.line = parser.fault()->line;
      break;
    }
  }
  return answer;
}

std::string request(std::string_view attributes) {
  return "<addRequest>\n<operationalAttributes><attr name=\"categoriePersonne\"><value>Eleve</value></attr>"
         "</operationalAttributes>\n<identifier><id>501</id></identifier>\n<attributes>" +
         std::string(attributes) + "</attributes>\n</addRequest>\n";
}

std::string file(std::string_view attributes) {
  return head + "<ficAlimMENESR>\n" + request(attributes) + "</ficAlimMENESR>\n";
}

const std::string small =
    head + "<ficAlimMENESR>\n<!-- codeAcademieExport=\"13\" -->\n<!-- degre=\"2D\" -->\n" +
    request("<attr name=\"sn\"><value>L&apos;H\xC3\x94TE &amp; FILS</value></attr><attr name=\"inconnu\"><value>x</value></attr>"
            "<attr name=\"ENTEleveClasses\"><value>7001$6A</value><value/><value>7001$6B</value></attr>") +
    "<modifyRequest><operationalAttributes><attr name=\"categoriePersonne\"><value>PersRelEleve</value></attr>"
    "</operationalAttributes><identifier><id>801</id></identifier><modifications>"
    "<modification name=\"givenName\" operation=\"replace\"><value/></modification></modifications></modifyRequest>\n"
    "<deleteRequest><operationalAttributes><attr name=\"categoriePersonne\"><value>PersEducNat</value></attr>"
    "</operationalAttributes><identifier><id>901</id></identifier></deleteRequest>\n</ficAlimMENESR>";

const std::string small_told =
    "add 1 501 line 6 sn=[L'H\xC3\x94TE & FILS] ENTEleveClasses=[7001$6A][7001$6B]\n"
    "modify 2 801 line 11 givenName=\n"
    "remove 3 901 line 12\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(aaf_parser)

BOOST_AUTO_TEST_CASE(all_three_requests_are_read) {
  const Read answer = read(small);
  BOOST_TEST(answer.reason == "");
  BOOST_TEST(answer.records == small_told);
}

BOOST_AUTO_TEST_CASE(wherever_the_file_is_cut) {
  for (std::size_t piece = 1; piece <= small.size(); ++piece) BOOST_TEST(read(small, piece).records == small_told, piece);
}

BOOST_AUTO_TEST_CASE(the_head_tells_academy_and_degree) {
  Parser parser;
  BOOST_TEST(parser.feed(small, true));
  BOOST_TEST(parser.head().academy == "13");
  BOOST_TEST(parser.head().degree == "2D");
}

BOOST_AUTO_TEST_CASE(encodings_of_older_files) {
  const std::string body = "<ficAlimMENESR>" + request("<attr name=\"sn\"><value>\xC9\xBDUVRE \xA4</value></attr>") + "</ficAlimMENESR>";
  const auto name = [&](const std::string& encoding) {
    const Read answer = read("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n" + body);
    return answer.reason.empty() ? answer.records : answer.reason;
  };
  BOOST_TEST(name("ISO-8859-1") == "add 1 501 line 2 sn=[\xC3\x89\xC2\xBDUVRE \xC2\xA4]\n");
  BOOST_TEST(name("ISO-8859-15") == "add 1 501 line 2 sn=[\xC3\x89\xC5\x93UVRE \xE2\x82\xAC]\n");
  BOOST_TEST(name("windows-1252") == "add 1 501 line 2 sn=[\xC3\x89\xC2\xBDUVRE \xC2\xA4]\n");
  BOOST_TEST(name("EBCDIC-FR") == "import.encoding");
  BOOST_TEST(name("UTF-8") == "import.malformed_xml");
}

BOOST_AUTO_TEST_CASE(every_cut_of_a_file_that_ends_early_is_a_fault) {
  for (std::size_t size = 0; size + 1 < small.size(); ++size) {
    const Read answer = read(std::string_view(small).substr(0, size));
    BOOST_TEST(answer.reason == "import.malformed_xml", size);
  }
}

BOOST_AUTO_TEST_CASE(a_fault_tells_its_line_and_what_came_before_is_read) {
  const Read answer = read(head + "<ficAlimMENESR>\n" + request("") + "<addRequest>\n</wrong>\n</ficAlimMENESR>");
  BOOST_TEST(answer.records == "add 1 501 line 4\n");
  BOOST_TEST(answer.reason == "import.malformed_xml");
  BOOST_TEST(answer.line == 10);
}

BOOST_AUTO_TEST_CASE(entities_of_the_files_own_are_refused) {
  const std::string bomb =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE ficAlimMENESR [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]>\n"
      "<ficAlimMENESR/>";
  BOOST_TEST(read(bomb).reason == "import.xml_entity");
  const std::string outside =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE ficAlimMENESR [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>\n<ficAlimMENESR/>";
  BOOST_TEST(read(outside).reason == "import.xml_entity");
  BOOST_TEST(read(file("<attr name=\"sn\"><value>&eacute;</value></attr>")).reason == "import.xml_entity");
}

BOOST_AUTO_TEST_CASE(depth_and_size_have_limits) {
  std::string deep;
  for (int i = 0; i < 6; ++i) deep += "<x>";
  BOOST_TEST(read(file(deep)).reason == "import.xml_limits");
  const std::string long_value(64 * 1024, 'x');
  BOOST_TEST(read(file("<attr name=\"sn\"><value>" + long_value + "</value></attr>")).reason == "");
  BOOST_TEST(read(file("<attr name=\"sn\"><value>" + long_value + "x</value></attr>")).reason == "import.xml_limits");
  std::string many;
  for (int i = 0; i < 70; ++i) many += "<value>" + long_value + "</value>";
  BOOST_TEST(read(file("<attr name=\"sn\">" + many + "</attr>")).reason == "import.xml_limits");
}

BOOST_AUTO_TEST_CASE(another_format_is_told) {
  BOOST_TEST(read("<?xml version=\"1.0\"?>\n<BEE_ELEVES/>").reason == "import.not_aaf");
  BOOST_TEST(read("").reason == "import.malformed_xml");
}

BOOST_AUTO_TEST_CASE(what_means_nothing_is_passed_over) {
  const Read answer = read(head + "<ficAlimMENESR><other><addRequest/></other>" + request("<sn>x</sn><attr><value>y</value></attr>") +
                           "</ficAlimMENESR>");
  BOOST_TEST(answer.reason == "");
  BOOST_TEST(answer.records == "add 1 501 line 3\n");
}

BOOST_AUTO_TEST_CASE(parts_between_dollars) {
  BOOST_TEST(part("801$10$1$1$1$0", 0) == "801");
  BOOST_TEST(part("801$10$1$1$1$0", 5) == "0");
  BOOST_TEST(part("801$10$1$1$1$0", 6) == "");
  BOOST_TEST(part("7101$$$42$CE1-CE2", 3) == "42");
  BOOST_TEST(part(" 7001 $ 6A ", 1) == "6A");
  BOOST_TEST(count_parts("7101$$$42$CE1-CE2") == 5U);
}

BOOST_AUTO_TEST_SUITE_END()
