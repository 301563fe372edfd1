#include "preflight/content_reader.hpp"

#include "base/utf8.hpp"
#include "preflight/content_tokens.hpp"
#include "preflight/paint_watch.hpp"
#include "preflight/plain_text.hpp"

#include <algorithm>
#include <cmath>

namespace quoin::preflight {

namespace {

constexpr int deepest_form = 8;
constexpr std::size_t most_operands = 4096;

struct TextState {
    FontReading const* font = nullptr;
    double size = 0, tracking = 0, scale = 1, rise = 0, leading = 0, word_space = 0;
    int mode = 0;
};

struct State {
    Matrix ctm = identity;
    Inking ink;
    TextState text;
};

Matrix product(Matrix const& a, Matrix const& b) {
    return {a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],        a[2] * b[0] + a[3] * b[2],
            a[2] * b[1] + a[3] * b[3], a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5]};
}

double stretch(Matrix const& matrix) { return std::sqrt(std::abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])); }

void widen(std::optional<Box>& box, double x, double y) {
    if (!box) box = Box{x, y, x, y};
    box->left = std::min(box->left, x);
    box->right = std::max(box->right, x);
    box->bottom = std::min(box->bottom, y);
    box->top = std::max(box->top, y);
}

class ContentReader {
  public:
    ContentReader(std::vector<FontFact> const& fonts, std::vector<ImageFact> const& images, PageFacts& page)
        : fonts_(fonts), images_(images), page_(page), watch_(page.paint) {}

    void read(std::string_view content, Resources const& resources, int depth) {
        ContentTokens tokens(content);
        auto const outer = stack_.size();
        for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
            if (token.kind != Token::Kind::word) {
                if (operands_.size() < most_operands || token.kind == Token::Kind::name) operands_.push_back(token);
                continue;
            }
            if (token.text == "ID") tokens.skip_inline_image();
            run(token.text, resources, depth);
            operands_.clear();
        }
        stack_.resize(std::min(stack_.size(), outer));
    }

  private:
    // --- operands

    [[nodiscard]] double number(std::size_t from_end) const {
        return operands_.size() > from_end ? operands_[operands_.size() - 1 - from_end].number : 0;
    }
    [[nodiscard]] std::string_view last_name() const {
        for (auto operand = operands_.rbegin(); operand != operands_.rend(); ++operand)
            if (operand->kind == Token::Kind::name) return operand->text;
        return {};
    }
    [[nodiscard]] std::vector<double> numbers() const {
        std::vector<double> values;
        for (Token const& operand : operands_)
            if (operand.kind == Token::Kind::number) values.push_back(operand.number);
        return values;
    }

    // --- operators, the commonest first

    void run(std::string_view name, Resources const& resources, int depth) {
        if (name == "TJ" || name == "Tj") return show(depth);
        if (name == "'" || name == "\"") {
            next_line(0, -state_.text.leading);
            return show(depth);
        }
        if (run_text(name, resources) || run_marks(name) || run_path(name) || run_colour(name, resources)) return;
        run_state(name, resources, depth);
    }

    bool run_text(std::string_view name, Resources const& resources) {
        if (name.size() != 2 || (name[0] != 'T' && name != "BT" && name != "ET")) return false;
        TextState& text = state_.text;
        if (name == "Tm") {
            line_ = {number(5), number(4), number(3), number(2), number(1), number(0)};
            pen_ = line_;
        } else if (name == "Tf") {
            auto const* const font = find_named(resources.fonts, last_name());
            text.font = font == nullptr ? nullptr : font->get();
            text.size = number(0);
        } else if (name == "Td" || name == "TD") {
            if (name == "TD") text.leading = -number(0);
            next_line(number(1), number(0));
        } else if (name == "T*") {
            next_line(0, -text.leading);
        } else if (name == "Tc") {
            text.tracking = number(0);
        } else if (name == "Tw") {
            text.word_space = number(0);
        } else if (name == "Tz") {
            text.scale = number(0) / 100;
        } else if (name == "Ts") {
            text.rise = number(0);
        } else if (name == "TL") {
            text.leading = number(0);
        } else if (name == "Tr") {
            text.mode = static_cast<int>(number(0));
        } else if (name == "BT") {
            pen_ = line_ = identity;
        }
        return true;
    }

    void next_line(double x, double y) {
        line_ = product({1, 0, 0, 1, x, y}, line_);
        pen_ = line_;
    }

    bool run_marks(std::string_view name) {
        if (name == "BDC") {
            begin_mark();
        } else if (name == "BMC") {
            marks_.push_back({-1, false});
        } else if (name == "EMC") {
            if (!marks_.empty()) marks_.pop_back();
        } else {
            return false;
        }
        return true;
    }

    struct Mark {
        long mcid = -1;
        bool replaced = false; // its ActualText stands already for what it shows
    };

    void begin_mark() {
        Mark mark;
        std::string actual;
        bool has_actual = false;
        for (std::size_t at = 0; at + 1 < operands_.size(); ++at) {
            if (operands_[at].kind != Token::Kind::name) continue;
            if (operands_[at].text == "MCID") mark.mcid = static_cast<long>(operands_[at + 1].number);
            if (operands_[at].text == "ActualText") {
                actual = from_text_string(string_bytes(operands_[at + 1]));
                has_actual = true;
            }
        }
        marks_.push_back(mark);
        if (!has_actual) return;
        add_text(actual);
        marks_.back().replaced = true;
    }

    [[nodiscard]] bool silent() const {
        return std::any_of(marks_.begin(), marks_.end(), [](Mark const& mark) { return mark.replaced; });
    }

    // --- text

    void add_text(std::string_view text) {
        append_plain(page_.text, text);
        for (auto mark = marks_.rbegin(); mark != marks_.rend(); ++mark) {
            constexpr long most_marks = 1'000'000;
            if (mark->mcid < 0 || mark->mcid > most_marks) continue;
            auto const index = static_cast<std::size_t>(mark->mcid);
            if (page_.marked_text.size() <= index) page_.marked_text.resize(index + 1);
            append_plain(page_.marked_text[index], text);
            return;
        }
    }

    void show(int depth) {
        FontReading const* const font = state_.text.font;
        if (font == nullptr) return;
        shown_.clear();
        std::optional<Matrix> first; // of the first glyph: numbers before it only move the pen
        bool no_glyph = false;
        for (Token const& operand : operands_) {
            bool const is_string = operand.kind == Token::Kind::hex || operand.kind == Token::Kind::literal;
            if (is_string && !first) first = product(pen_, state_.ctm);
            if (operand.kind == Token::Kind::number) {
                advance(-operand.number / 1000 * state_.text.size);
            } else if (is_string) {
                no_glyph = show_codes(*font, operand) || no_glyph;
            }
        }
        if (!first || is_mark((*first)[4], (*first)[5])) return;
        Matrix const& begin = *first;
        if (depth == 0 && !silent()) add_text(shown_);
        auto const end = product(pen_, state_.ctm);
        widen(page_.text_extent, begin[4], begin[5]);
        widen(page_.text_extent, end[4], end[5]);
        constexpr int invisible = 3;
        if (state_.text.mode == invisible) return;
        double const size = std::abs(state_.text.size * std::hypot(begin[2], begin[3]));
        watch_.text(state_.ink, {begin[4], begin[5]}, size, fonts_.at(font->font).name);
        if (no_glyph) watch_.no_glyph({begin[4], begin[5]}, fonts_.at(font->font).name);
        watch_.marked(!marks_.empty(), "text", {begin[4], begin[5]});
    }

    // Outside of the bleed stand the printer's marks and the slug line, for which other rules hold.
    [[nodiscard]] bool is_mark(double x, double y) const {
        constexpr double edge = 0.01;
        return page_.bleed && (x < page_.bleed->left - edge || x > page_.bleed->right + edge ||
                               y < page_.bleed->bottom - edge || y > page_.bleed->top + edge);
    }

    // True when one of the codes is that of the box for missing characters.
    bool show_codes(FontReading const& font, Token const& operand) {
        std::string const codes = string_bytes(operand);
        bool none = false;
        std::size_t const step = font.two_bytes ? 2 : 1;
        for (std::size_t at = 0; at + step <= codes.size(); at += step) {
            auto code = static_cast<std::size_t>(static_cast<unsigned char>(codes[at]));
            if (font.two_bytes) code = code << 8 | static_cast<unsigned char>(codes[at + 1]);
            none = none || (font.two_bytes && code == 0);
            if (code < font.text.size()) shown_ += font.text[code];
            double const width = code < font.widths.size() ? font.widths[code] : font.usual_width;
            advance(width / 1000 * state_.text.size + state_.text.tracking);
        }
        return none;
    }

    void advance(double distance) {
        double const x = distance * state_.text.scale;
        pen_[4] += x * pen_[0];
        pen_[5] += x * pen_[1];
    }

    // --- paths

    bool run_path(std::string_view name) {
        if (name == "re") {
            add_rectangle();
        } else if (name == "m" || name == "l") {
            add_point(number(1), number(0));
        } else if (name == "c" || name == "v" || name == "y") {
            for (std::size_t pair = 0; pair + 1 < operands_.size(); pair += 2)
                add_point(number(pair + 1), number(pair));
        } else if (name == "f" || name == "F" || name == "f*") {
            paint_path(true, false);
        } else if (name == "S" || name == "s") {
            paint_path(false, true);
        } else if (name == "B" || name == "B*" || name == "b" || name == "b*") {
            paint_path(true, true);
        } else if (name == "n") {
            path_.reset();
            rectangles_ = 0;
        } else {
            return name == "h" || name == "W" || name == "W*";
        }
        return true;
    }

    void add_point(double x, double y) {
        Matrix const& m = state_.ctm;
        widen(path_, x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]);
    }

    void add_rectangle() {
        double const x = number(3), y = number(2), width = number(1), height = number(0);
        add_point(x, y);
        add_point(x + width, y + height);
        ++rectangles_;
        double const thin = std::min(std::abs(width), std::abs(height)) * stretch(state_.ctm);
        thinnest_ = rectangles_ == 1 ? thin : std::min(thinnest_, thin);
    }

    // A shape that lies wholly outside, unlike a ground that only hangs over.
    [[nodiscard]] bool beyond_bleed(Box const& box) const {
        Box const& bleed = *page_.bleed;
        return box.right <= bleed.left || box.left >= bleed.right || box.top <= bleed.bottom || box.bottom >= bleed.top;
    }

    void paint_path(bool fill, bool stroke) {
        if (path_ && !(page_.bleed && beyond_bleed(*path_))) {
            Position const at{path_->left, path_->bottom};
            if (fill) watch_.area(state_.ink, at, rectangles_ > 0 ? std::optional(thinnest_) : std::nullopt);
            if (stroke) watch_.line(state_.ink, at, stretch(state_.ctm));
            watch_.marked(!marks_.empty(), "a drawing", at);
        }
        path_.reset();
        rectangles_ = 0;
    }

    // --- colours

    bool run_colour(std::string_view name, Resources const& resources) {
        if (name == "k" || name == "K") {
            set_colour(name == "k", {ColourSpace::Kind::cmyk, "DeviceCMYK", false, {}});
        } else if (name == "g" || name == "G") {
            set_colour(name == "g", {ColourSpace::Kind::gray, "DeviceGray", false, {}});
        } else if (name == "rg" || name == "RG") {
            set_colour(name == "rg", {ColourSpace::Kind::rgb, "DeviceRGB", false, {}});
        } else if (name == "cs" || name == "CS") {
            Colour& colour = name == "cs" ? state_.ink.fill : state_.ink.stroke;
            auto const* const space = find_named(resources.spaces, last_name());
            colour.space = space != nullptr ? *space : device_space(last_name());
            colour.amounts = {};
        } else if (name == "sc" || name == "scn" || name == "SC" || name == "SCN") {
            (name[0] == 's' ? state_.ink.fill : state_.ink.stroke).amounts = numbers();
        } else if (name == "sh") {
            watch_.marked(!marks_.empty(), "a shading", {});
            page_.paint.any = true;
        } else {
            return false;
        }
        return true;
    }

    static ColourSpace device_space(std::string_view name) {
        using Kind = ColourSpace::Kind;
        Kind const kind = name == "DeviceCMYK"  ? Kind::cmyk
                          : name == "DeviceRGB" ? Kind::rgb
                          : name == "Pattern"   ? Kind::pattern
                                                : Kind::gray;
        return {kind, std::string(name), false, {}};
    }

    void set_colour(bool fill, ColourSpace space) {
        Colour& colour = fill ? state_.ink.fill : state_.ink.stroke;
        colour.space = std::move(space);
        colour.amounts = numbers();
    }

    // --- state and pictures

    void run_state(std::string_view name, Resources const& resources, int depth) {
        if (name == "q") {
            stack_.push_back(state_);
        } else if (name == "Q") {
            if (stack_.empty()) return;
            state_ = std::move(stack_.back());
            stack_.pop_back();
        } else if (name == "cm") {
            state_.ctm = product({number(5), number(4), number(3), number(2), number(1), number(0)}, state_.ctm);
        } else if (name == "w") {
            state_.ink.line_width = number(0);
        } else if (name == "gs") {
            if (auto const* const change = find_named(resources.states, last_name())) apply(*change);
        } else if (name == "Do") {
            if (auto const* const external = find_named(resources.externals, last_name()))
                draw(*external, resources, depth);
        }
    }

    void apply(StateChange const& change) {
        if (change.fill_overprint) state_.ink.fill_overprint = *change.fill_overprint;
        if (change.stroke_overprint) state_.ink.stroke_overprint = *change.stroke_overprint;
        if (change.overprint_mode) state_.ink.overprint_mode = *change.overprint_mode;
        if (!change.alpha.empty()) watch_.alpha(change.alpha, {});
    }

    void draw(External const& external, Resources const& resources, int depth) {
        Matrix const& m = state_.ctm;
        if (external.image) {
            std::optional<Box> box;
            for (auto const& [x, y] : {std::pair{0.0, 0.0}, {1.0, 0.0}, {0.0, 1.0}, {1.0, 1.0}})
                widen(box, x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]);
            place(*external.image, *box);
            watch_.marked(!marks_.empty(), "a picture", {box->left, box->bottom});
        } else if (external.form && depth < deepest_form) {
            draw_form(*external.form, resources, depth);
        }
    }

    void place(std::size_t image, Box const& box) {
        page_.paint.any = true;
        ImageFact const& fact = images_.at(image);
        Matrix const& m = state_.ctm;
        double const across = std::hypot(m[0], m[1]), down = std::hypot(m[2], m[3]);
        double const ppi = across > 0 && down > 0 ? std::min(fact.width * 72 / across, fact.height * 72 / down) : 0;
        page_.pictures.push_back({image, box, ppi});
        if (fact.soft_mask) watch_.alpha("a picture with a soft mask", {box.left, box.bottom});
        if (!fact.mask) watch_.picture(fact.space, {box.left, box.bottom});
    }

    void draw_form(Form const& form, Resources const& resources, int depth) {
        State const outer = state_;
        auto operands = std::move(operands_);
        state_.ctm = product(form.matrix, state_.ctm);
        if (form.group) watch_.alpha("a drawing with a transparency group", {state_.ctm[4], state_.ctm[5]});
        read(form.content, form.resources ? *form.resources : resources, depth + 1);
        operands_ = std::move(operands);
        state_ = outer;
    }

    std::vector<FontFact> const& fonts_;
    std::vector<ImageFact> const& images_;
    PageFacts& page_;
    PaintWatch watch_;
    State state_;
    std::vector<State> stack_;
    std::vector<Token> operands_;
    std::vector<Mark> marks_;
    Matrix line_ = identity, pen_ = identity;
    std::string shown_;
    std::optional<Box> path_;
    int rectangles_ = 0;
    double thinnest_ = 0;
};

} // namespace

void read_content(std::string_view content, Resources const& resources, std::vector<FontFact> const& fonts,
                  std::vector<ImageFact> const& images, PageFacts& page) {
    ContentReader(fonts, images, page).read(content, resources, 0);
}

} // namespace quoin::preflight
