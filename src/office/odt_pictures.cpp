// Pictures of frames (OpenDocument 1.3, part 3, section 10.4): out of the package, with what describes them.

#include "office/odt_reader.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace quoin::office {

namespace {

using manuscript::DecisionCode;

constexpr double uncertain = 0.7;
/// Names of files that the word processor makes from checksums tell nobody anything.
constexpr std::size_t longest_name = 40, checksum = 8;

/// The ending of the file's kind, by its first bytes; empty for kinds that the source format does not have.
std::string_view kind_of(Bytes const& bytes) {
    std::string_view const text = as_text(bytes);
    if (text.starts_with("\x89PNG\r\n\x1A\n")) return "png";
    if (text.starts_with("\xFF\xD8\xFF")) return "jpg";
    if (text.starts_with("II*\0") || text.starts_with(std::string_view("II*\0", 4)) ||
        text.starts_with(std::string_view("MM\0*", 4)))
        return "tif";
    if (text.starts_with("RIFF") && text.substr(0, 16).find("WEBP") != std::string_view::npos) return "webp";
    std::string_view const head = text.substr(0, 1000);
    bool const markup = head.find_first_not_of("\xEF\xBB\xBF \t\r\n") != std::string_view::npos &&
                        head[head.find_first_not_of("\xEF\xBB\xBF \t\r\n")] == '<';
    return markup && head.find("<svg") != std::string_view::npos ? "svg" : std::string_view();
}

/// Base 64 (RFC 4648, section 4) with white space in it, as flat files have it.
Bytes from_base64(std::string_view text) {
    Bytes bytes;
    unsigned bits = 0;
    int count = 0;
    for (char const letter : text) {
        int const value = letter >= 'A' && letter <= 'Z'   ? letter - 'A'
                          : letter >= 'a' && letter <= 'z' ? letter - 'a' + 26
                          : letter >= '0' && letter <= '9' ? letter - '0' + 52
                          : letter == '+'                  ? 62
                          : letter == '/'                  ? 63
                                                           : -1;
        if (letter == '=') break;
        if (value < 0) continue;
        bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFFFU;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<std::uint8_t>(bits >> static_cast<unsigned>(count) & 0xFFU));
    }
    return bytes;
}

/// "press" of "Pictures/press.png"; nothing of "Pictures/10000201000003E8.png".
std::string telling_stem(std::string_view reference) {
    std::string_view name = reference.substr(reference.rfind('/') + 1);
    name = name.substr(0, name.rfind('.'));
    std::string stem;
    bool only_hexadecimal = true;
    for (char const letter : name) {
        char const small = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        bool const figure = small >= '0' && small <= '9';
        if (!figure && (small < 'a' || small > 'f')) only_hexadecimal = false;
        bool const good = figure || (small >= 'a' && small <= 'z');
        if (good) {
            stem += small;
        } else if (!stem.empty() && stem.back() != '-') {
            stem += '-';
        }
    }
    while (stem.ends_with('-')) stem.pop_back();
    return (only_hexadecimal && stem.size() >= checksum) || stem.size() > longest_name ? std::string() : stem;
}

class PictureTaker {
  public:
    PictureTaker(OdtContext& context, pugi::xml_node frame) : context_(context), frame_(frame) {}

    std::optional<model::AssetId> take() {
        std::string problem = "the frame holds nothing that can be shown";
        auto code = DecisionCode::picture_missing;
        // A drawing may stand in the file in several kinds, the best one first.
        for (pugi::xml_node const image : frame_.children("draw:image")) {
            std::string const reference = value_of(image, "xlink:href");
            bool const known = !reference.empty() && context_.assets.contains(reference);
            if (known && context_.assets[reference]) return context_.assets[reference];
            auto const bytes = content(image, reference);
            if (!bytes) {
                problem = fmt::format("\"{}\" is not in the file", reference);
                continue;
            }
            std::string_view const kind = kind_of(*bytes);
            if (kind.empty()) {
                problem = fmt::format("\"{}\" is of a kind that cannot be used", reference);
                code = DecisionCode::picture_unsupported;
                continue;
            }
            auto const asset = add(reference, *bytes, kind);
            if (!reference.empty()) context_.assets[reference] = asset;
            return asset;
        }
        context_.tell(code, frame_, "the picture is left out", problem, uncertain,
                      "save it as JPEG, PNG or SVG and put it into images/");
        return std::nullopt;
    }

  private:
    [[nodiscard]] std::optional<Bytes> content(pugi::xml_node image, std::string const& reference) const {
        if (pugi::xml_node const data = image.child("office:binary-data")) return from_base64(data.child_value());
        if (!context_.files.package || reference.empty() || reference.find(':') != std::string::npos)
            return std::nullopt;
        std::string const name = manuscript::resolve_reference({}, reference);
        if (name.empty() || !context_.files.package->contains(name)) return std::nullopt;
        auto bytes = context_.files.package->read(name);
        return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
    }

    model::AssetId add(std::string const& reference, Bytes bytes, std::string_view kind) {
        auto& assets = context_.imported.document.assets;
        std::string const stem = telling_stem(reference);
        auto const path_of = [&](std::string const& name) { return fmt::format("images/{}.{}", name, kind); };
        auto const taken = [&](std::string const& path) {
            return std::any_of(assets.begin(), assets.end(),
                               [&](model::Asset const& each) { return each.path == path; });
        };
        std::string path = path_of(stem);
        if (stem.empty() || taken(path)) path = path_of(fmt::format("picture-{}", assets.size() + 1));
        assets.push_back({path, path, context_.view.span(frame_)});
        context_.imported.pictures.push_back({path, std::move(bytes)});
        return static_cast<model::AssetId>(assets.size() - 1);
    }

    OdtContext& context_;
    pugi::xml_node frame_;
};

/// Title and description as one text. Where one says what the other says, it is not repeated.
std::string description_of(OdtContext& context, pugi::xml_node frame) {
    pugi::xml_node const title = frame.child("svg:title"), description = frame.child("svg:desc");
    context.use(title);
    context.use(description);
    std::string first = context.view.all_words(title);
    std::string const second = context.view.all_words(description);
    if (first.empty()) return second;
    if (second.empty() || second == first) {
        if (second == first) context.drop("description of a picture, given twice", description);
        return first;
    }
    bool const ended = first.back() == '.' || first.back() == '!' || first.back() == '?' || first.back() == ':';
    return first + (ended ? " " : ". ") + second;
}

} // namespace

std::optional<model::Figure> odt_picture(OdtContext& context, pugi::xml_node frame) {
    auto const asset = PictureTaker(context, frame).take();
    if (!asset) {
        for (char const* each : {"svg:title", "svg:desc"})
            context.drop("description of a picture that is left out", frame.child(each));
        return std::nullopt;
    }
    std::string alt = description_of(context, frame);
    model::Figure figure;
    figure.asset = *asset;
    // Without a description a picture counts as decoration, or the folder would not build. The review asks for one.
    figure.decorative = alt.empty();
    if (alt.empty() && view_of(frame, "loext:decorative") != "true" && view_of(frame, "draw:decorative") != "true")
        context.tell(DecisionCode::picture_undescribed, frame, "taken for decoration",
                     "the picture has no description for those who cannot see it", uncertain, "alt=\"what it shows\"");
    figure.alt = std::move(alt);
    return figure;
}

} // namespace quoin::office
