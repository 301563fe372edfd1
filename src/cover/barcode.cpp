#include "cover/panels.hpp"

#include <cstring>
#include <memory>
#include <zint.h>

namespace quoin::cover {

namespace {

std::string digits_of(std::string const& text) {
    std::string digits;
    for (char const c : text)
        if ((c >= '0' && c <= '9') || c == 'X') digits += c;
    return digits;
}

// ISBN: its thirteen digits. ISSN: 977, seven digits, two of the variant (00), and a check digit that zint adds.
std::string article_number(model::Metadata const& metadata) {
    std::string const isbn = digits_of(metadata.book.isbn);
    if (isbn.size() == 13) return isbn.substr(0, 12);
    std::string const issn = digits_of(metadata.issue.issn);
    if (issn.size() == 8) return "977" + issn.substr(0, 7) + "00";
    return {};
}

struct SymbolCloser {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

} // namespace

Size draw_barcode(Canvas& canvas, model::Metadata const& metadata, Point bottom_right) {
    std::string const number = article_number(metadata);
    if (number.empty()) return {};
    std::unique_ptr<zint_symbol, SymbolCloser> const symbol(ZBarcode_Create());
    symbol->symbology = BARCODE_EANX;
    symbol->show_hrt = 0;
    auto const* text = reinterpret_cast<unsigned char const*>(number.c_str());
    if (ZBarcode_Encode(symbol.get(), text, static_cast<int>(number.size())) >= ZINT_ERROR) return {};

    Length const module = Length::from_millimetres(0.33); // 100 % of the nominal size
    Length const bar_height = Length::from_millimetres(20);
    Length const quiet_left = module * 11, quiet_right = module * 7;
    Length const foot = Length::points(11);
    Length const padding = Length::from_millimetres(1.5);
    Size const panel{quiet_left + module * symbol->width + quiet_right, bar_height + foot + padding * 2};
    Point const corner{bottom_right.x - panel.width, bottom_right.y - panel.height};
    canvas.rectangle(corner, panel, canvas.ink("paper"));
    auto const is_bar = [&](int column) { return ((symbol->encoded_data[0][column / 8] >> (column % 8)) & 1) != 0; };
    for (int column = 0; column < symbol->width;) {
        int end = column;
        while (end < symbol->width && is_bar(end)) ++end;
        if (end > column)
            canvas.rectangle({corner.x + quiet_left + module * column, corner.y + padding},
                             {module * (end - column), bar_height}, canvas.ink("text"));
        column = end + 1;
    }
    style::TypeStyle figures = canvas.request().layout.cover.issue_line;
    figures.size = Length::points(8);
    figures.leading = Length::points(10);
    figures.align = style::TextAlign::centre;
    std::string const shown = reinterpret_cast<char const*>(symbol->text);
    canvas.set({shown, figures, "text", 1}, {corner.x, corner.y + padding + bar_height + Length::points(3)},
               panel.width);
    return panel;
}

} // namespace quoin::cover
