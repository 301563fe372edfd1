#include "hypertext/pictures.hpp"

#include "hypertext/characters.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <glib.h>
#include <memory>
#include <sstream>

namespace quoin::hypertext {

using manuscript::DecisionCode;

namespace {

// Extension by the first bytes; empty for what no reader of ours takes.
std::string extension_of(Bytes const& bytes) {
    std::string_view const text = as_text(bytes);
    if (text.starts_with("\xFF\xD8\xFF")) return ".jpg";
    if (text.starts_with("\x89PNG\r\n\x1A\n")) return ".png";
    if (text.starts_with("RIFF") && text.substr(8, 4) == "WEBP") return ".webp";
    if (text.starts_with(std::string_view("II*\0", 4)) || text.starts_with(std::string_view("MM\0*", 4))) return ".tif";
    constexpr std::size_t head = 2000;
    if (text.substr(0, head).find("<svg") != std::string_view::npos) return ".svg";
    return {};
}

std::string stem_of(std::string_view address) {
    if (address.starts_with("data:")) return "picture";
    address = address.substr(0, address.find_first_of("?#"));
    std::string const path = percent_decoded(address);
    std::size_t const slash = path.find_last_of("/\\");
    std::string const name = slash == std::string::npos ? path : path.substr(slash + 1);
    std::string stem;
    for (char const letter : name.substr(0, name.rfind('.'))) {
        bool const plain = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                           (letter >= 'A' && letter <= 'Z') || letter == '_';
        if (plain) {
            stem += letter;
        } else if (!stem.empty() && stem.back() != '-') {
            stem += '-';
        }
    }
    while (!stem.empty() && stem.back() == '-') stem.pop_back();
    constexpr std::size_t longest = 60;
    return stem.empty() ? "picture" : stem.substr(0, longest);
}

std::string shortened(std::string_view address) {
    constexpr std::size_t longest = 80;
    return address.size() <= longest ? std::string(address) : std::string(address.substr(0, longest)) + "…";
}

} // namespace

Result<Bytes> read_data_address(std::string_view address) {
    std::size_t const comma = address.find(',');
    if (comma == std::string_view::npos) return failure(Code::file_missing, {}, "its data are cut off");
    std::string const kind = lower(address.substr(0, comma));
    std::string_view const data = address.substr(comma + 1);
    if (!kind.ends_with(";base64")) return to_bytes(percent_decoded(data));
    std::string const written = percent_decoded(data);
    gsize length = 0;
    std::unique_ptr<guchar, void (*)(void*)> const bytes(g_base64_decode(written.c_str(), &length), g_free);
    return Bytes(bytes.get(), bytes.get() + length);
}

std::optional<model::AssetId> Pictures::take(Page const& page, std::string const& address, Span span) {
    std::string const key = page.path + "\n" + address;
    auto const found = taken_.find(key);
    if (found != taken_.end()) return found->second;
    std::optional<model::AssetId>& asset = taken_[key];
    Result<Bytes> bytes = address.starts_with("data:") ? read_data_address(address) : load_(page, address);
    if (!bytes) {
        tell(DecisionCode::picture_missing, address, bytes.error().message, span);
    } else if (extension_of(*bytes).empty()) {
        tell(DecisionCode::picture_unsupported, address, "it is no JPEG, PNG, SVG, WebP or TIFF file", span);
    } else {
        asset = add(stem_of(address), std::move(*bytes), span);
    }
    return asset;
}

std::optional<model::AssetId> Pictures::take_drawing(pugi::xml_node drawing, Span span) {
    std::ostringstream text;
    if (!drawing.attribute("xmlns")) drawing.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
    for (char const* name : {"script", "foreignObject"}) // a picture on paper does nothing, and holds no page
        while (pugi::xml_node const active = find_element(drawing, name)) active.parent().remove_child(active);
    drawing.print(text, "", pugi::format_raw);
    return add("drawing", to_bytes(text.str()), span);
}

std::optional<model::AssetId> Pictures::add(std::string const& stem, Bytes bytes, Span span) {
    std::string const extension = extension_of(bytes);
    std::string name = stem;
    for (int count = 2; !names_.insert(name).second; ++count) name = fmt::format("{}-{}", stem, count);
    std::string const path = "images/" + name + extension;
    result_.pictures.push_back({path, std::move(bytes)});
    ++result_.counts.pictures;
    result_.document.assets.push_back({path, path, span});
    return static_cast<model::AssetId>(result_.document.assets.size() - 1);
}

void Pictures::tell(DecisionCode code, std::string const& address, std::string const& reason, Span span) {
    manuscript::Decision decision;
    decision.code = code;
    decision.left = span;
    decision.choice = fmt::format("left the picture “{}” out", shortened(address));
    decision.reason = reason;
    decision.confidence = 0.5;
    decision.alternative = "put the file beside the source and import again";
    result_.decisions.push_back(std::move(decision));
}

} // namespace quoin::hypertext
