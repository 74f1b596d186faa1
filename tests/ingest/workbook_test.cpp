#include "ingest/workbook.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "workbook_files.h"

using namespace mf;
using namespace mf::ingest;

namespace {

std::vector<WorkbookSheet> sheets_of(std::string_view bytes) {
  const auto archive = open_archive(ByteSource(bytes));
  REQUIRE(archive);
  REQUIRE(is_workbook(*archive));
  std::uint64_t budget = 100u << 20;
  const auto sheets = read_workbook(*archive, budget);
  REQUIRE_MESSAGE(sheets, (sheets ? std::string() : sheets.error().message));
  CHECK(budget < 100u << 20);
  return *sheets;
}

std::string text_of(const std::string& data, const WorkbookChoices& choices = {}) {
  const auto sheets = sheets_of(workbook_of({{"Sheet1", data}}, choices));
  REQUIRE(sheets.size() == 1);
  CHECK_FALSE(sheets[0].is_cut);
  return sheets[0].text;
}

}  // namespace

TEST_CASE("sheets come in the order that Excel shows, whatever the order of the files") {
  const auto sheets =
      sheets_of(workbook_of({{"Q&amp;A", text_rows({{"first"}})}, {"B", text_rows({{"second"}})}, {"C", ""}}));
  REQUIRE(sheets.size() == 3);
  CHECK(sheets[0].name == "Q&A");
  CHECK(sheets[0].text == "first\n");
  CHECK(sheets[1].text == "second\n");
  CHECK(sheets[2].text.empty());
}

TEST_CASE("a hidden sheet is named and left unread") {
  const auto sheets = sheets_of(workbook_of({{"Shown", text_rows({{"a"}})},
                                             {"Hidden", text_rows({{"b"}}), "hidden"},
                                             {"Deep", text_rows({{"c"}}), "veryHidden"}}));
  REQUIRE(sheets.size() == 3);
  CHECK_FALSE(sheets[0].is_hidden);
  CHECK(sheets[1].is_hidden);
  CHECK(sheets[1].text.empty());
  CHECK(sheets[2].is_hidden);
}

TEST_CASE("words are shared, in runs, inline or plain") {
  const std::string strings =
      "<si><t>Likes</t></si>"
      "<si><r><rPr><b/></rPr><t>Com</t></r><r><t xml:space=\"preserve\">ments </t></r></si>"
      "<si><t>表</t><rPh sb=\"0\" eb=\"1\"><t>ヒョウ</t></rPh></si><si/><si><t>R&amp;D_x000D_</t></si>";
  CHECK(text_of(
            "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c>"
            "<c t=\"s\"><v>4</v></c><c t=\"s\"><v>99</v></c></row>"
            "<row><c t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c><c t=\"str\"><f>A1</f><v>1,376</v>"
            "</c></row>",
            {.strings = strings}) == "Likes\tComments \t表\t\tR&D\ninline\t\"1,376\"\n");
}

TEST_CASE("numbers, dates, truth and errors are written as the sheet shows them") {
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/></numFmts>"
      "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs>";
  const std::string row =
      "<row><c><v>4715.0</v></c><c s=\"1\"><v>45992</v></c><c s=\"2\"><v>45992.5</v></c><c s=\"3\"><v>4.5E-2</v></c>"
      "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#VALUE!</v></c><c t=\"d\"><v>2025-12-01</v></c><c t=\"b\"/><c "
      "s=\"9\"><v>7</v>"
      "</c></row>";
  CHECK(text_of(row, {.styles = styles}) ==
        "4715\t2025-12-01\t2025-12-01T12:00:00\t4.5%\tTRUE\t#VALUE!\t2025-12-01\t\t7\n");
  CHECK(text_of("<row><c s=\"1\"><v>44530</v></c></row>", {.styles = styles, .is_1904 = true}) == "2025-12-01\n");
}

TEST_CASE("cells and rows that the file leaves out are there") {
  CHECK(text_of("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"AA3\"><v>2</v></c></row><row r=\"5\"><c r=\"A5\"><v>3</v>"
                "</c></row><row r=\"9\"><c r=\"A9\"/></row>") == "\n\n\t1" + std::string(25, '\t') + "2\n\n3\n");
}

TEST_CASE("a cell that could be taken for several is quoted") {
  CHECK(text_of(text_rows({{"a&#10;b", "say &quot;hi&quot;", "x\ty", "1;2|3", "plain"}})) ==
        "\"a\nb\"\t\"say \"\"hi\"\"\"\t\"x\ty\"\t\"1;2|3\"\tplain\n");
}

TEST_CASE("references that go back, or beyond what Excel has, end in a sheet and not in a loop") {
  CHECK(text_of(
            "<row r=\"2\"><c r=\"C2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row><row r=\"1\"><c><v>3</v></c></row>") ==
        "\n\t\t1\t2\n3\n");
  CHECK(text_of("<c><v>1</v></c></row></row><row><c><v>2</v></c></row></row>") == "1\n2\n");
  const auto wide = sheets_of(workbook_of({{"A", "<row><c r=\"ZZZ1\"><v>1</v></c></row>"}}));
  CHECK(wide[0].is_cut);
  const auto long_one = sheets_of(workbook_of({{"A", "<row r=\"1048577\"><c><v>1</v></c></row>"}}));
  CHECK(long_one[0].is_cut);
  CHECK(long_one[0].text.empty());
}

TEST_CASE("a long text that many cells name takes no more than a sheet may") {
  std::string data;
  for (int row = 0; row < 40; ++row) {
    data += "<row>";
    for (int i = 0; i < 100; ++i) data += "<c t=\"s\"><v>0</v></c>";
    data += "</row>";
  }
  const auto sheets =
      sheets_of(workbook_of({{"A", data}}, {.strings = "<si><t>" + std::string(200'000, 'a') + "</t></si>"}));
  CHECK(sheets[0].is_cut);
  CHECK(sheets[0].text.size() <= most_sheet_bytes);
}

TEST_CASE("a workbook whose sheets cannot be found is broken") {
  const std::string zip =
      zip_of({{"xl/workbook.xml", "<workbook><sheets><sheet name='A' r:id='rId1'/></sheets></workbook>"}});
  const auto archive = open_archive(ByteSource(zip));
  REQUIRE(archive);
  std::uint64_t budget = 1000;
  CHECK(read_workbook(*archive, budget).error().code == "archive-broken");
  budget = 10;
  CHECK(read_workbook(*archive, budget).error().code == "archive-too-large");
}
