// XML as it is written: what stands there is worked out by hand from XML 1.0, §2.2, §2.4, §2.11 and §3.3.3.
#include "interop/xml_writer.hpp"

#include <boost/test/unit_test.hpp>

namespace ent::interop {
namespace {

BOOST_AUTO_TEST_SUITE(xml_writer)

BOOST_AUTO_TEST_CASE(elements_without_text_stand_on_their_own_lines) {
  std::string text;
  XmlWriter xml(text);
  xml.open("a").open("b").attribute("c", "d").close().element("e", "f").close();
  BOOST_TEST(text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n <b c=\"d\"/>\n <e>f</e>\n</a>\n");
}

BOOST_AUTO_TEST_CASE(a_text_is_given_back_as_it_was) {
  std::string text;
  XmlWriter xml(text);
  xml.element("a", "1 < 2 & \"3\" > '2'\t\r\n]]> 😀");
  BOOST_TEST(text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>1 &lt; 2 &amp; \"3\" &gt; '2'\t&#13;\n]]&gt; 😀</a>\n");
}

BOOST_AUTO_TEST_CASE(white_space_of_an_attribute_is_no_space_to_a_reader) {
  std::string text;
  XmlWriter xml(text);
  xml.open("a").attribute("b", "\t\n\r\"<>&'").close();
  BOOST_TEST(text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&#9;&#10;&#13;&quot;&lt;&gt;&amp;'\"/>\n");
}

BOOST_AUTO_TEST_CASE(an_element_may_hold_an_empty_text) {
  std::string text;
  XmlWriter xml(text);
  xml.element("a", "");
  BOOST_TEST(text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a></a>\n");
}

BOOST_AUTO_TEST_CASE(some_characters_cannot_be_written) {
  BOOST_TEST(is_xml_text("é\t\r\n😀\u007f\ufffd\u0085"));
  BOOST_TEST(is_xml_text(""));
  BOOST_TEST(!is_xml_text("a\x0b"));
  BOOST_TEST(!is_xml_text("\x1f"));
  BOOST_TEST(!is_xml_text("\uffff"));
  BOOST_TEST(!is_xml_text("\ufffe"));
  BOOST_TEST(!is_xml_text("\xff"));
  BOOST_TEST(!is_xml_text(std::string_view("\0", 1)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace ent::interop
