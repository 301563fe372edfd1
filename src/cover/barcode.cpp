#include "cover/panels.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <fmt/format.h>
#include <memory>
#include <vector>
#include <zint.h>

namespace quoin::cover {

namespace {

// GS1 General Specifications, 5.2: an EAN-13 has 95 modules of 0.33 mm at 100 %; quiet zones of 11 modules left and 7 right;
// bars 22.85 mm high, the guards 5 modules more. An add-on stands 7 to 12 modules to the right and keeps 5 clear behind it;
// zbar wants 6 on a dark ground, so 7 are given.
constexpr int main_modules = 95, quiet_left = 11, quiet_right = 7, add_on_gap = 9, quiet_add_on = 7, guard_depth = 5;
constexpr double module_millimetres = 0.33, bar_millimetres = 22.85;
constexpr int gs1_least = 80, gs1_most = 200;

std::string digits_of(std::string const& text) {
    std::string digits;
    for (char const c : text)
        if ((c >= '0' && c <= '9') || c == 'X') digits += c;
    return digits;
}

struct Number {
    std::string digits; // twelve, to which zint adds the check digit, or thirteen, of which it verifies it
    std::string add_on; // none, two or five
    std::string label;  // "ISBN 978-3-16-148410-0"
};

/// The two digits of an issue when its number is one.
std::string issue_add_on(std::string const& number) {
    int value = 0;
    auto const [end, code] = std::from_chars(number.data(), number.data() + number.size(), value);
    bool const whole = code == std::errc{} && end == number.data() + number.size() && value > 0;
    return whole ? fmt::format("{:02}", value % 100) : "";
}

Number article_number(model::Metadata const& metadata) {
    std::string const isbn = digits_of(metadata.book.isbn);
    if (isbn.size() == 13) return {isbn, metadata.cover.barcode_addon, "ISBN " + metadata.book.isbn};
    std::string const issn = digits_of(metadata.issue.issn);
    if (issn.size() != 8) return {};
    std::string const& stated = metadata.cover.barcode_addon;
    return {"977" + issn.substr(0, 7) + metadata.issue.variant,
            stated.empty() ? issue_add_on(metadata.issue.number) : stated, "ISSN " + metadata.issue.issn};
}

struct Symbol {
    std::vector<bool> modules; // true = black
    std::string digits;        // all thirteen
};

struct SymbolCloser {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

/// Empty when the check digit is wrong, which the reader has told.
Symbol encode(Number const& number) {
    std::unique_ptr<zint_symbol, SymbolCloser> const symbol(ZBarcode_Create());
    symbol->symbology = BARCODE_EANX;
    symbol->option_2 = add_on_gap;
    std::string const input = number.digits + (number.add_on.empty() ? "" : "+" + number.add_on);
    auto const* text = reinterpret_cast<unsigned char const*>(input.c_str());
    if (ZBarcode_Encode(symbol.get(), text, static_cast<int>(input.size())) >= ZINT_ERROR) return {};
    Symbol result;
    for (int column = 0; column < symbol->width; ++column)
        result.modules.push_back(((symbol->encoded_data[0][column / 8] >> (column % 8)) & 1) != 0);
    result.digits = std::string(reinterpret_cast<char const*>(symbol->text)).substr(0, 13);
    return result;
}

/// The size in per cent that layout or printer ask for, held to what scanners read.
int magnification(Canvas& canvas) {
    Request const& request = canvas.request();
    style::BarcodeRules const& rules = request.printer.barcode;
    int const asked = request.layout.cover.barcode_size;
    int const wanted = asked > 0 ? asked : rules.magnification;
    int const least = std::max(gs1_least, rules.least_magnification);
    int const most = std::max(least, std::min(gs1_most, rules.most_magnification));
    if (wanted >= least && wanted <= most) return wanted;
    canvas.diagnostics().error(
        Code::barcode_size, request.document.metadata.cover.span,
        fmt::format("a bar code of {} % of the nominal size is not read by every scanner", wanted),
        {fmt::format("write cover.barcode-size from {} to {} under [style]", least, most)});
    return std::clamp(wanted, least, most);
}

class BarcodeDrawing {
  public:
    BarcodeDrawing(Canvas& canvas, Number number, Symbol symbol, int per_cent)
        : canvas_(canvas), number_(std::move(number)), symbol_(std::move(symbol)),
          module_(Length::from_millimetres(module_millimetres * per_cent / 100)),
          bars_(Length::from_millimetres(bar_millimetres * per_cent / 100)) {
        figures_ = canvas.request().layout.cover.issue_line;
        figures_.capitals = {};
        figures_.tracking = 0;
        figures_.align = style::TextAlign::left;
        figures_.size = module_.scaled(105, 10); // a digit is as wide as its seven modules
        figures_.leading = figures_.size;
        digit_height_ = canvas.height({"0", figures_, "", 1}, module_ * 100);
    }

    [[nodiscard]] Size size() const {
        int const after = number_.add_on.empty() ? quiet_right : quiet_add_on;
        auto const modules = static_cast<std::int64_t>(symbol_.modules.size());
        return {module_ * (quiet_left + modules + after),
                padding_ * 2 + label_height() + bars_ + module_ + digit_height_};
    }

    void draw(Point corner) {
        Point const bars{corner.x + module_ * quiet_left, corner.y + padding_ + label_height()};
        for (std::size_t begin = 0; begin < symbol_.modules.size();) {
            std::size_t end = begin;
            while (end < symbol_.modules.size() && symbol_.modules[end]) ++end;
            if (end > begin) draw_bar(bars, static_cast<int>(begin), static_cast<int>(end));
            begin = end + 1;
        }
        draw_figures(bars);
        style::TypeStyle label = figures_;
        label.size = figures_.size.scaled(80, 100);
        Canvas::Words words{number_.label, label, "", 1};
        Length const width = module_ * main_modules;
        words = canvas_.fitted(words, width, label.size);
        set(words, {bars.x + (width - canvas_.width(words)) / 2, corner.y + padding_});
    }

  private:
    [[nodiscard]] Length label_height() const { return digit_height_ + module_ * 3; }

    static bool is_guard(int module) { return module < 3 || (module >= 45 && module < 50) || module >= 92; }

    void draw_bar(Point bars, int begin, int end) {
        bool const add_on = begin >= main_modules;
        // The add-on hangs lower: its figures stand above it, and it ends with the guards.
        Length const top = add_on ? digit_height_ + module_ * 2 : Length{};
        Length const bottom = add_on || is_guard(begin) ? bars_ + module_ * guard_depth : bars_;
        canvas_.rectangle({bars.x + module_ * begin, bars.y + top}, {module_ * (end - begin), bottom - top},
                          canvas_.ink(PlainInk::black));
    }

    void draw_figures(Point bars) {
        Length const y = bars.y + bars_ + module_;
        std::string const& digits = symbol_.digits;
        set({digits.substr(0, 1), figures_, "", 1}, {bars.x - module_ * 9, y});
        spread(digits.substr(1, 6), {bars.x + module_ * 3, y}, 42);
        spread(digits.substr(7, 6), {bars.x + module_ * 50, y}, 42);
        if (number_.add_on.empty()) return;
        int const begin = main_modules + add_on_gap;
        spread(number_.add_on, {bars.x + module_ * begin, bars.y}, static_cast<int>(symbol_.modules.size()) - begin);
    }

    /// Figures over so many modules, as much apart from each other as from the ends.
    void spread(std::string const& digits, Point at, int modules) {
        Canvas::Words words{digits, figures_, "", 1};
        Length const spare = module_ * modules - canvas_.width(words);
        Length const each = spare / static_cast<std::int64_t>(digits.size() + 1);
        words.style.tracking = static_cast<int>(each.units * 1000 / figures_.size.units);
        set(words, {at.x + each, at.y});
    }

    void set(Canvas::Words words, Point at) { canvas_.set_plain(std::move(words), at); }

    Canvas& canvas_;
    Number number_;
    Symbol symbol_;
    Length module_, bars_, digit_height_;
    Length padding_ = Length::from_millimetres(1.5);
    style::TypeStyle figures_;
};

Size at_least(Size size, Size reserved) {
    return {std::max(size.width, reserved.width), std::max(size.height, reserved.height)};
}

Point bare_panel(Canvas& canvas, Point bottom_right, Size size) {
    Point const corner{bottom_right.x - size.width, bottom_right.y - size.height};
    canvas.rectangle(corner, size, canvas.ink(PlainInk::white));
    return corner;
}

} // namespace

Size draw_barcode(Canvas& canvas, Panel const& panel, Point bottom_right) {
    style::BarcodeRules const& rules = canvas.request().printer.barcode;
    Number number = article_number(canvas.request().document.metadata);
    Symbol symbol = number.digits.empty() ? Symbol{} : encode(number);
    if (symbol.modules.empty()) {
        if (!rules.by_printer || rules.reserved.width.units <= 0) return {};
        bare_panel(canvas, bottom_right, rules.reserved);
        return rules.reserved;
    }
    BarcodeDrawing drawing(canvas, std::move(number), std::move(symbol), magnification(canvas));
    Size const needed = drawing.size(), size = at_least(needed, rules.reserved);
    if (bottom_right.x - size.width < panel.origin.x || bottom_right.y - size.height < panel.origin.y)
        canvas.diagnostics().error(
            Code::barcode_size, canvas.request().document.metadata.cover.span,
            fmt::format("the bar code with its white needs {:.1f} × {:.1f} mm, more than the back has",
                        size.width.in_millimetres(), size.height.in_millimetres()),
            {"make cover.barcode-size smaller, 80 at least, or do without barcode-addon"});
    Point const corner = bare_panel(canvas, bottom_right, size);
    drawing.draw({corner.x + (size.width - needed.width) / 2, corner.y + (size.height - needed.height) / 2});
    return size;
}

} // namespace quoin::cover
