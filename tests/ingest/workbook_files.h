// Excel workbooks for the tests, in the shapes that programs write them in.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "zip_writer.h"

struct TestSheet {
  std::string name;
  std::string data;  // what stands in <sheetData>
  std::string state = {};
};

struct WorkbookChoices {
  std::string strings = {};  // <si> elements
  std::string styles = {};   // what stands in <styleSheet>
  bool is_1904 = false;
};

// The sheet files are numbered from the last sheet to the first, as no reader may expect.
inline std::string workbook_of(const std::vector<TestSheet>& sheets, const WorkbookChoices& choices = {}) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  const std::string place = "http://schemas.openxmlformats.org/";
  std::string list, relations;
  std::vector<ZipFile> files = {{"[Content_Types].xml", head + "<Types/>", true}};
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string id = std::to_string(i + 1),
                      file = "worksheets/sheet" + std::to_string(sheets.size() - i) + ".xml";
    list += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"" +
            (sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"") + "/>";
    relations += "<Relationship Id=\"rId" + id + "\" Type=\"" + place +
                 "officeDocument/2006/relationships/worksheet\" Target=\"" + (i == 0 ? "/xl/" : "") + file + "\"/>";
    files.push_back({"xl/" + file,
                     head + "<worksheet xmlns=\"" + place + "spreadsheetml/2006/main\"><sheetData>" + sheets[i].data +
                         "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>",
                     true});
  }
  files.push_back({"xl/workbook.xml",
                   head + "<workbook xmlns:r=\"r\"><workbookPr" + (choices.is_1904 ? " date1904=\"1\"" : "") +
                       "/><sheets>" + list + "</sheets></workbook>",
                   true});
  files.push_back({"xl/_rels/workbook.xml.rels", head + "<Relationships>" + relations + "</Relationships>", true});
  if (!choices.strings.empty()) {
    files.push_back({"xl/sharedStrings.xml", head + "<sst>" + choices.strings + "</sst>", true});
  }
  if (!choices.styles.empty()) {
    files.push_back({"xl/styles.xml", head + "<styleSheet>" + choices.styles + "</styleSheet>", true});
  }
  return zip_of(files);
}

// Rows of cells as TikTok and LinkedIn write them: every cell text, no word shared. An empty cell is left out.
inline std::string text_rows(const std::vector<std::vector<std::string>>& rows) {
  std::string data;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    data += "<row r=\"" + std::to_string(i + 1) + "\">";
    for (std::size_t column = 0; column < rows[i].size(); ++column) {
      if (rows[i][column].empty()) continue;
      data += "<c r=\"" + std::string(1, static_cast<char>('A' + column)) + std::to_string(i + 1) + "\" t=\"str\"><v>" +
              rows[i][column] + "</v></c>";
    }
    data += "</row>";
  }
  return data;
}
