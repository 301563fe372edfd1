#include "layout/compose_context.hpp"

#include "media/picture.hpp"

#include <algorithm>
#include <utility>

namespace quoin::layout {

Context::Context(Request const& asked, PageNumbers const& numbers, Composition& made, LoadedImages& loaded,
                 TableFill start)
    : request(asked), document(asked.document), print(asked.layout.print), fonts(asked.fonts), known(numbers),
      composition(made), fill(start), images_(loaded) {
    for (std::size_t i = 0; i < made.inks.size(); ++i)
        ink_numbers_.emplace(made.inks[i].name, static_cast<std::uint32_t>(i));
}

namespace {

/// Puts a value at the next place of a table: over the one of the round before, or at the end.
template <typename Table, typename Value>
std::size_t put(Table& table, std::size_t& next, Value value) {
    if (next < table.size()) {
        table[next] = std::move(value);
    } else {
        table.push_back(std::move(value));
    }
    return next++;
}

} // namespace

page::TagId Context::add_tag(page::TagRole role, page::TagId parent, std::string language) {
    page::TagNode node;
    node.role = role;
    node.parent = parent;
    node.language = std::move(language);
    return static_cast<page::TagId>(put(composition.tags.nodes, fill.tags, std::move(node)));
}

page::TagNode& Context::tag(page::TagId id) { return composition.tags.nodes[static_cast<std::size_t>(id)]; }

std::uint32_t Context::add_link(LinkTarget target) {
    return static_cast<std::uint32_t>(put(composition.links, fill.links, std::move(target)));
}

std::uint32_t Context::add_anchor(std::string name) {
    return static_cast<std::uint32_t>(put(composition.anchor_names, fill.anchors, std::move(name)));
}

DrawTables Context::draw_tables() const { return {composition.links, composition.anchor_names, composition.inks}; }

page::InkUse Context::ink(std::string const& name, int tint) const {
    auto const found = ink_numbers_.find(name);
    // The layout's reader has checked the names; a palette made by hand may lack one, and black is always there.
    auto const number = found == ink_numbers_.end() ? 0U : found->second;
    return {static_cast<page::InkId>(number), static_cast<std::uint16_t>(tint)};
}

text::CharacterStyle Context::character_style(style::TypeStyle const& type) const {
    text::CharacterStyle style;
    style.face = {type.family, type.weight, type.italic};
    style.size = type.size;
    style.tracking = type.tracking;
    style.capitals = type.capitals;
    style.figures = type.figures;
    style.ink = ink(type.ink, type.tint);
    return style;
}

LoadedImage const& Context::image(model::AssetId id) {
    auto const found = images_.find(id);
    if (found != images_.end()) return found->second;
    LoadedImage loaded;
    auto const index = static_cast<std::size_t>(id);
    if (index < document.assets.size()) {
        model::Asset const& asset = document.assets[index];
        auto bytes = request.files.read(asset.file);
        using Inspected = quoin::Result<media::PictureInfo>;
        Inspected info = bytes ? media::inspect(*bytes, asset.path) : Inspected(Failure(bytes.error()));
        if (info) {
            page::Image image;
            image.path = asset.path;
            image.kind = info->format == media::PictureFormat::svg ? page::ImageKind::artwork : page::ImageKind::raster;
            image.width = info->width;
            image.height = info->height;
            image.span = asset.span;
            image.bytes = std::make_shared<Bytes const>(std::move(*bytes));
            loaded.image = static_cast<page::ImageId>(composition.images.size());
            loaded.width = info->width;
            loaded.height = info->height;
            loaded.kind = image.kind;
            composition.images.push_back(std::move(image));
        } else {
            Diagnostic found_wrong = info.error();
            found_wrong.span = asset.span;
            diagnostics.report(std::move(found_wrong));
        }
    }
    return images_.emplace(id, loaded).first->second;
}

std::vector<std::string> Context::anchors_at(std::uint32_t serial, std::string const& written) const {
    std::vector<std::string> names;
    if (written.empty()) return names;
    auto const& anchors = document.anchors;
    // Anchors stand in reading order but for those without a serial, so a search by halves is not safe here; documents
    // have few written ids, and only blocks that carry one ask.
    for (model::Anchor const& anchor : anchors) {
        if (anchor.serial == serial && anchor.written == written) names.push_back(anchor.name);
    }
    return names;
}

std::string Context::anchor_name(model::AnchorId id) const {
    auto const index = static_cast<std::size_t>(id);
    return index < document.anchors.size() ? document.anchors[index].name : std::string{};
}

bool Context::notes_at_foot() const {
    return print.notes.place == style::NotePlace::column || print.notes.place == style::NotePlace::page;
}

text::Paragraph Context::break_now(text::ParagraphText text, text::ParagraphShape const& shape) {
    return text::break_paragraph(std::move(text), shape, print.lines, fonts, diagnostics);
}

Length Context::natural_width(text::ParagraphText const& text) {
    Diagnostics ignored; // the same characters are reported when the text is set
    return text::natural_width(text, fonts, ignored);
}

Checkpoint::Checkpoint(Context const& context)
    : fill_(context.fill), tasks_(context.tasks.size()), diagnostics_(context.diagnostics),
      end_notes_(context.end_notes) {}

void Checkpoint::restore(Context& context) const {
    context.fill = fill_;
    context.tasks.erase(context.tasks.begin() + static_cast<std::ptrdiff_t>(tasks_), context.tasks.end());
    context.diagnostics = diagnostics_;
    context.end_notes = end_notes_;
}

std::vector<page::Ink> inks_of(style::Layout const& layout) {
    std::vector<page::Ink> inks;
    for (style::PaletteInk const& ink : layout.palette) {
        page::Ink made;
        made.name = ink.name;
        for (std::size_t i = 0; i < 4; ++i) made.cmyk[i] = static_cast<std::uint16_t>(ink.cmyk[i]);
        made.rgb = ink.rgb;
        made.spot = ink.spot;
        made.overprints = ink.overprints;
        inks.push_back(std::move(made));
    }
    auto const text = std::find_if(inks.begin(), inks.end(), [](page::Ink const& ink) { return ink.name == "text"; });
    if (text == inks.end()) {
        page::Ink black;
        black.name = "text";
        black.cmyk = {0, 0, 0, 1000};
        inks.insert(inks.begin(), std::move(black));
    } else {
        std::rotate(inks.begin(), text, text + 1); // ink 0 of every PageList is "text"
    }
    // Black text is printed over its ground: no white edges when the plates do not meet exactly.
    inks.front().overprints = true;
    return inks;
}

int lines_for(Length height, Length grid) {
    if (height <= Length::zero()) return 0;
    return static_cast<int>((height.units + grid.units - 1) / grid.units);
}

} // namespace quoin::layout
