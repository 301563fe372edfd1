#include "text/pieces.hpp"

#include "base/utf8.hpp"
#include "text/bidi.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

namespace quoin::text {

namespace {

// Letters and figures set small for a face without its own: share of the size, rise and depth in per mille of the size.
constexpr int small_share = 620, superior_rise = 330, inferior_depth = 140;
// From this letterspacing on (1/1000 em) ligatures would stand as blots between parted letters.
constexpr int tracking_parts_ligatures = 15;

bool is_common(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

hb_script_t script_of(char32_t c) {
    if (c < 0x80) return ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    if (c >= 0x0400 && c < 0x0482) return HB_SCRIPT_CYRILLIC;
    if (c >= 0x2010 && c < 0x2030) return HB_SCRIPT_COMMON;
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode const code = uscript_getScript(static_cast<UChar32>(c), &status);
    if (U_FAILURE(status) != 0) return HB_SCRIPT_COMMON;
    char const* name = uscript_getShortName(code);
    return name == nullptr ? HB_SCRIPT_COMMON : hb_script_from_string(name, 4);
}

bool is_mark(char32_t c) {
    if (c < 0x300) return false;
    auto const type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK || c == 0x200D;
}

/// Letters and signs that a text face owes its reader: Latin to Extended-B, Greek with its accents, Cyrillic, quotes.
bool is_ordinary(char32_t c) { return c < 0x250 || (c >= 0x370 && c < 0x530) || (c >= 0x1F00 && c < 0x203B); }

bool breaks_line(char32_t space) { return space != U'\u00A0' && space != U'\u202F' && space != U'\u2007'; }
bool is_elastic(char32_t space) { return space == U' ' || space == U'\u00A0' || space == U'\t'; }

class Maker {
  public:
    Maker(ParagraphText const& text, style::LineBreaking const& rules, FontBook::State const& fonts,
          FontBook const& book, Diagnostics& diagnostics)
        : text_(text), rules_(rules), fonts_(fonts), book_(book), diagnostics_(diagnostics) {}

    Pieces make() {
        Language const* language = text_.runs.empty() ? nullptr : fonts_.languages.get(text_.runs.front().language);
        levels_ = bidi_levels(text_.text, language != nullptr && language->right_to_left);
        out_.base_level = levels_.base;
        out_.bidirectional = !levels_.of_byte.empty();
        script_ = first_script();
        out_.pieces.reserve(text_.text.size() / 3 + 4);
        for (run_ = 0; run_ < text_.runs.size(); ++run_) begin_run(), itemise_run();
        return std::move(out_);
    }

  private:
    // Signs before the first letter take its script.
    hb_script_t first_script() const {
        for (std::size_t at = 0; at < text_.text.size();) {
            hb_script_t const script = script_of(next_character(text_.text, at));
            if (!is_common(script)) return script;
        }
        return HB_SCRIPT_LATIN;
    }

    void begin_run() {
        Run const& run = text_.runs[run_];
        language_ = fonts_.languages.get(run.language);
        face_ = fonts_.face(run.style.face);
        styles_of_run_.clear();
        choose_stand_ins();
    }

    /// A face without the ordinary letters of a script (EB Garamond Bold, any face and polytonic Greek) gives up the whole
    /// run's words of that script: a line of two faces by turns is worse than another face. A rare letter is another matter.
    void choose_stand_ins() {
        stand_ins_.clear();
        Run const& run = text_.runs[run_];
        std::string_view const text = std::string_view(text_.text).substr(run.begin, run.end - run.begin);
        if (face_ == nullptr || covers(*face_, text)) return;
        std::map<hb_script_t, std::u32string> letters;
        std::set<hb_script_t> lacking;
        hb_script_t script = script_;
        for (std::size_t at = 0; at < text.size();) {
            char32_t const c = next_character(text, at);
            if (!is_common(script_of(c))) script = script_of(c);
            if (c == U'\n' || c == U'\uFFFC' || needs_no_glyph(c) || is_space_character(c)) continue;
            if (!is_ordinary(c)) {
                if (face_->covers(c)) letters[script].push_back(c);
                continue;
            }
            letters[script].push_back(c);
            if (!face_->covers(c)) lacking.insert(script);
        }
        for (hb_script_t const one : lacking) {
            auto& all = letters[one];
            std::sort(all.begin(), all.end());
            all.erase(std::unique(all.begin(), all.end()), all.end());
            if (Face const* other = fonts_.face_with(run.style.face, all)) stand_ins_[one] = other;
        }
    }

    /// The run's face for words of a script.
    Face const* face_for(hb_script_t script) const {
        auto const found = stand_ins_.find(script);
        return found != stand_ins_.end() ? found->second : face_;
    }

    void itemise_run() {
        Run const& run = text_.runs[run_];
        std::size_t const end = std::min<std::size_t>(run.end, text_.text.size());
        for (std::size_t at = run.begin; at < end;) {
            std::size_t next = at;
            char32_t const c = next_character(text_.text, next);
            if (c == U'\n' || c == U'\u2028')
                add_plain(PieceKind::line_end, at), at = next;
            else if (c == U'\uFFFC')
                add_plain(PieceKind::object, at), at = next;
            else if (is_space_character(c))
                add_space(at, c), at = next;
            else
                at = add_words(at, end);
        }
    }

    std::uint8_t level_at(std::size_t at) const {
        return levels_.of_byte.empty() ? std::uint8_t{0} : levels_.of_byte[at];
    }

    void add_plain(PieceKind kind, std::size_t at) {
        Piece piece;
        piece.begin = static_cast<std::uint32_t>(at);
        piece.kind = kind;
        piece.level = level_at(at);
        piece.style = style_for(face_for(script_), script_, (piece.level & 1U) != 0);
        out_.pieces.push_back(piece);
    }

    void add_space(std::size_t at, char32_t c) {
        add_plain(PieceKind::space, at);
        Piece& piece = out_.pieces.back();
        piece.breaking = breaks_line(c);
        piece.elastic = is_elastic(c);
        PieceStyle& style = out_.styles[piece.style];
        if (style.context == nullptr) return;
        if (c == U' ' || c == U'\t') {
            if (style.word_space == nullptr) style.word_space = fonts_.words.get(*style.context, " ");
            piece.word = style.word_space;
            return;
        }
        std::string character;
        append_utf8(character, c);
        piece.word = fonts_.words.get(*style.context, character);
    }

    /// One stretch without spaces: parted where script or level changes, and where the run's face lacks letters.
    std::size_t add_words(std::size_t begin, std::size_t end) {
        std::size_t at = begin, stretch = begin;
        hb_script_t script = HB_SCRIPT_COMMON;
        while (at < end) {
            std::size_t next = at;
            char32_t const c = next_character(text_.text, next);
            if (c == U'\n' || c == U'\u2028' || c == U'\uFFFC' || is_space_character(c)) break;
            hb_script_t const own = script_of(c);
            bool const other_script = !is_common(own) && !is_common(script) && own != script;
            bool const too_long = at - stretch >= longest_word - 8 && !is_mark(c);
            if (at > stretch && (other_script || too_long || level_at(at) != level_at(stretch))) {
                add_stretch(stretch, at, script);
                stretch = at;
                script = HB_SCRIPT_COMMON;
            }
            if (is_common(script)) script = own;
            at = next;
        }
        add_stretch(stretch, at, script);
        return at;
    }

    void add_stretch(std::size_t begin, std::size_t end, hb_script_t script) {
        if (!is_common(script)) script_ = script;
        std::string_view const text = std::string_view(text_.text).substr(begin, end - begin);
        if (face_ == nullptr) { // no font at all: one message a word is enough
            std::size_t after = begin;
            next_character(text_.text, after);
            report_missing(begin, after);
            return;
        }
        if (Face const* own = face_for(script_); covers(*own, text)) return add_word(begin, end, own);
        // Better the whole word in another face than a word of two faces; only then letter by letter.
        if (Face const* other = fonts_.face_with(text_.runs[run_].style.face, characters(text)))
            return add_word(begin, end, other);
        add_clusters(begin, end);
    }

    static bool covers(Face const& face, std::string_view text) {
        bool ascii = true;
        for (char const c : text) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
        if (ascii && face.covers_ascii()) return true;
        for (std::size_t at = 0; at < text.size();) {
            char32_t const c = next_character(text, at);
            if (!face.covers(c) && !needs_no_glyph(c)) return false;
        }
        return true;
    }

    static std::u32string characters(std::string_view text) {
        std::u32string all;
        for (std::size_t at = 0; at < text.size();) all.push_back(next_character(text, at));
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    void add_clusters(std::size_t begin, std::size_t end) {
        std::size_t at = begin, stretch = begin;
        Face const* face = nullptr;
        while (at < end) {
            std::size_t const cluster_end = end_of_cluster(at, end);
            std::string_view const cluster = std::string_view(text_.text).substr(at, cluster_end - at);
            Face const* other =
                covers(*face_, cluster) ? face_ : fonts_.face_with(text_.runs[run_].style.face, characters(cluster));
            if (other == nullptr) {
                report_missing(at, cluster_end);
                other = face_; // its box for a missing glyph; the build has failed anyway
            }
            if (face != nullptr && other != face) {
                add_word(stretch, at, face);
                stretch = at;
            }
            face = other;
            at = cluster_end;
        }
        if (face != nullptr) add_word(stretch, end, face);
    }

    std::size_t end_of_cluster(std::size_t at, std::size_t end) const {
        next_character(text_.text, at);
        while (at < end) {
            std::size_t next = at;
            if (!is_mark(next_character(text_.text, next))) break;
            at = next;
        }
        return at;
    }

    void report_missing(std::size_t begin, std::size_t end) {
        FaceQuery const& query = text_.runs[run_].style.face;
        for (std::size_t at = begin; at < end;) {
            std::size_t const start = at;
            char32_t const c = next_character(text_.text, at);
            if (needs_no_glyph(c) || (face_ != nullptr && face_->covers(c))) continue;
            std::string const sign = text_.text.substr(start, at - start);
            std::vector<std::string> hints;
            if (auto const package = book_.package_for(c); !package.empty())
                hints.push_back(fmt::format(
                    "a font with it may be in the package {}: put its file into the folder fonts/", package));
            diagnostics_.error(
                Code::glyph_missing, source_of(text_, start, at - start),
                fmt::format("\"{}\" ({}) is in no font of this layout, neither in {} nor in its fallbacks", sign,
                            code_point_name(c), book_.family(query.family)),
                std::move(hints));
        }
    }

    void add_word(std::size_t begin, std::size_t end, Face const* face) {
        if (begin == end) return;
        Piece piece;
        piece.begin = static_cast<std::uint32_t>(begin);
        piece.level = level_at(begin);
        piece.style = style_for(face, script_, (piece.level & 1U) != 0);
        std::string_view const text = std::string_view(text_.text).substr(begin, end - begin);
        Run const& run = text_.runs[run_];
        ShapeContext const& context = *out_.styles[piece.style].context;
        if (is_shaped_literally(text, run)) {
            piece.word = fonts_.words.get(context, text);
        } else {
            std::string const shaped = shaped_text(text, run, *language_);
            if (shaped.empty()) return;
            piece.word = fonts_.words.get(context, shaped);
        }
        out_.pieces.push_back(piece);
    }

    std::uint32_t style_for(Face const* face, hb_script_t script, bool right_to_left) {
        for (auto const& known : styles_of_run_)
            if (known.face == face && known.script == script && known.right_to_left == right_to_left)
                return known.index;
        auto const index = static_cast<std::uint32_t>(out_.styles.size());
        out_.styles.push_back(face == nullptr ? PieceStyle{} : make_style(*face, script, right_to_left));
        out_.styles.back().run = static_cast<std::uint32_t>(run_);
        styles_of_run_.push_back({face, script, right_to_left, index});
        return index;
    }

    PieceStyle make_style(Face const& face, hb_script_t script, bool right_to_left) const {
        CharacterStyle const& wanted = text_.runs[run_].style;
        PieceStyle style;
        FeatureChoice choice;
        choice.capitals = wanted.capitals;
        choice.figures = wanted.figures;
        choice.ligatures = std::abs(wanted.tracking) < tracking_parts_ligatures;
        refuse_false_capitals(face, choice);
        style.size = wanted.size;
        if (wanted.rise != Rise::none) raise(face, script, wanted, choice, style);
        style.context = fonts_.contexts.get(face, *language_, script, right_to_left, choice);
        style.tracking = style.context->tracked ? style.size.scaled(wanted.tracking, 1000) : Length{};
        style.space = rules_.space_width > 0 ? style.size.scaled(rules_.space_width, 1000)
                                             : to_length(face.advance_of(face.glyph_of(U' ')), style);
        return style;
    }

    // Small capitals come from the face or not at all.
    static void refuse_false_capitals(Face const& face, FeatureChoice& choice) {
        bool const small = choice.capitals == style::Capitals::small || choice.capitals == style::Capitals::all_small;
        if (choice.capitals == style::Capitals::upper && choice.figures == style::Figures::oldstyle)
            choice.figures = style::Figures::lining; // old-style figures sink between capitals
        if (!small || face.has_feature(HB_TAG('s', 'm', 'c', 'p'))) return;
        face.small_capitals_refused = true;
        choice.capitals = style::Capitals::none;
    }

    /// The face's own superiors when it has one for every character of the run; else smaller letters, raised.
    void raise(Face const& face, hb_script_t script, CharacterStyle const& wanted, FeatureChoice& choice,
               PieceStyle& style) const {
        choice.rise = wanted.rise;
        bool const superior = wanted.rise == Rise::superior;
        hb_tag_t const feature = superior ? HB_TAG('s', 'u', 'p', 's') : HB_TAG('s', 'u', 'b', 's');
        if (face.has_feature(feature) && all_risen(face, script, choice)) return;
        choice.rise = Rise::none;
        choice.figures = style::Figures::lining; // old-style figures would dance up there
        style.size = wanted.size.scaled(small_share, 1000);
        style.rise = wanted.size.scaled(superior ? superior_rise : -inferior_depth, 1000);
    }

    bool all_risen(Face const& face, hb_script_t script, FeatureChoice const& choice) const {
        FeatureChoice plain = choice;
        plain.rise = Rise::none;
        ShapeContext const* risen = fonts_.contexts.get(face, *language_, script, false, choice);
        ShapeContext const* flat = fonts_.contexts.get(face, *language_, script, false, plain);
        Run const& run = text_.runs[run_];
        std::string_view const text = std::string_view(text_.text).substr(run.begin, run.end - run.begin);
        for (std::size_t at = 0; at < text.size();) {
            std::size_t const begin = at;
            char32_t const c = next_character(text, at);
            if (is_space_character(c) || c == U'\n' || needs_no_glyph(c)) continue;
            auto const& up = fonts_.words.get(*risen, text.substr(begin, at - begin))->glyphs;
            auto const& down = fonts_.words.get(*flat, text.substr(begin, at - begin))->glyphs;
            if (!up.empty() && !down.empty() && up.front().id == down.front().id) return false;
        }
        return true;
    }

    struct RunStyle {
        Face const* face;
        hb_script_t script;
        bool right_to_left;
        std::uint32_t index;
    };

    ParagraphText const& text_;
    style::LineBreaking const& rules_;
    FontBook::State const& fonts_;
    FontBook const& book_;
    Diagnostics& diagnostics_;
    Pieces out_;
    BidiLevels levels_;
    std::size_t run_ = 0;
    Language const* language_ = nullptr;
    Face const* face_ = nullptr;
    std::map<hb_script_t, Face const*> stand_ins_;
    hb_script_t script_ = HB_SCRIPT_LATIN;
    std::vector<RunStyle> styles_of_run_;
};

bool is_dropped(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == U'\u00AD' || c == U'\u2060' || c == U'\u200B' || c == U'\uFEFF';
}

std::string upper_case(std::string_view text, Language const& language) {
    std::u16string wide(text.size() + 1, u'\0');
    int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(wide.data(), static_cast<int32_t>(wide.size()), &length, text.data(),
                  static_cast<int32_t>(text.size()), &status);
    std::u16string upper(static_cast<std::size_t>(length) * 3 + 1, u'\0'); // ß, ligatures and Greek grow
    int32_t const size = u_strToUpper(upper.data(), static_cast<int32_t>(upper.size()), wide.data(), length,
                                      language.tag.c_str(), &status);
    std::string result(static_cast<std::size_t>(size) * 3 + 1, '\0');
    u_strToUTF8(result.data(), static_cast<int32_t>(result.size()), &length, upper.data(), size, &status);
    if (U_FAILURE(status) != 0) return std::string(text);
    result.resize(static_cast<std::size_t>(length));
    return result;
}

} // namespace

Pieces make_pieces(ParagraphText const& text, style::LineBreaking const& rules, FontBook::State const& fonts,
                   FontBook const& book, Diagnostics& diagnostics) {
    return Maker(text, rules, fonts, book, diagnostics).make();
}

bool is_shaped_literally(std::string_view text, Run const& run) {
    if (run.style.capitals == style::Capitals::upper) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF)
            return false; // controls, U+00AD; seldom: U+FEFF
        if (byte == 0xE2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0x81 &&
            i + 2 < text.size() && (text.substr(i, 3) == "\u2060" || text.substr(i, 3) == "\u200B"))
            return false;
    }
    return true;
}

std::string shaped_text(std::string_view text, Run const& run, Language const& language) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const begin = at;
        if (!is_dropped(next_character(text, at))) kept.append(text.substr(begin, at - begin));
    }
    return run.style.capitals == style::Capitals::upper ? upper_case(kept, language) : kept;
}

Length to_length(std::int64_t units, PieceStyle const& style) {
    auto const rounded = [](std::int64_t product, std::int64_t em) {
        return Length{product >= 0 ? (product + em / 2) / em : -((-product + em / 2) / em)};
    };
    std::int64_t const em = style.context->face->units_per_em();
    std::int64_t const product = units * style.size.units;
    constexpr std::int64_t postscript_em = 1000; // a constant divisor is four times as fast
    return em == postscript_em ? rounded(product, postscript_em) : rounded(product, em);
}

Length space_width(Pieces const& pieces, std::size_t index) {
    Piece const& piece = pieces.pieces[index];
    PieceStyle const& style = pieces.styles[piece.style];
    if (style.context == nullptr || piece.word == nullptr) return {};
    Length width = piece.elastic ? style.space : to_length(piece.word->width, style);
    width += style.tracking;
    // Kerns with the space belong to the words beside it, in their own size.
    auto const kern = [&](std::size_t other, std::int16_t ShapedWord::*side) {
        Piece const& neighbour = pieces.pieces[other];
        if (neighbour.kind == PieceKind::word && neighbour.word->*side != 0)
            width += to_length(neighbour.word->*side, pieces.styles[neighbour.style]);
    };
    if (index > 0) kern(index - 1, &ShapedWord::kern_after);
    if (index + 1 < pieces.pieces.size()) kern(index + 1, &ShapedWord::kern_before);
    return width;
}

Span source_of(ParagraphText const& text, std::size_t offset, std::size_t length) {
    for (Run const& run : text.runs) {
        if (offset < run.begin || offset >= run.end) continue;
        if (!run.source_literal) return run.source;
        auto const begin = static_cast<std::uint32_t>(run.source.begin + (offset - run.begin));
        return {run.source.file, begin, static_cast<std::uint32_t>(begin + length)};
    }
    return text.runs.empty() ? Span{} : text.runs.back().source;
}

} // namespace quoin::text
