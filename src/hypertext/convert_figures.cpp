#include "hypertext/characters.hpp"
#include "hypertext/converter.hpp"
#include "hypertext/view.hpp"

#include <fmt/format.h>

namespace quoin::hypertext {

using namespace model;

namespace {

// "w5" of our own books is half of the measure.
std::string width_of(pugi::xml_node figure) {
    for (std::string_view const name : split_words(attribute(figure, "class"))) {
        if (name == "column" || name == "page") return std::string(name);
        bool const tenths = name.size() > 1 && name.size() < 4 && name[0] == 'w' &&
                            name.find_first_not_of("0123456789", 1) == std::string_view::npos;
        if (tenths) return fmt::format("{}0%", name.substr(1));
    }
    return {};
}

} // namespace

bool Converter::figure_of(InlinePicture const& picture, pugi::xml_node around) {
    if (in_note_) return false;
    Figure figure;
    figure.asset = picture.asset;
    figure.alt = picture.alt;
    pugi::xml_node const image = find_element(around, "img");
    figure.decorative = figure.alt.empty() && (image.attribute("alt") || attribute(image, "role") == "presentation");
    if (!anchors_.empty()) {
        figure.id = anchors_.back();
        anchors_.pop_back();
    }
    add({std::move(figure), span_of(around)});
    return true;
}

void Converter::add_figure(pugi::xml_node picture, pugi::xml_node around, pugi::xml_node caption) {
    Figure figure;
    Inlines words;
    pugi::xml_node credit;
    for (pugi::xml_node node = caption; node && !credit; node = next_node(node, caption))
        if (node != caption && has_any_class(node, {"credit", "image-credit", "photo-credit", "wp-caption-credit"}))
            credit = node;
    if (credit) {
        figure.credit = text_of(credit);
        pages_.change(credit).part = Part::title;
    }
    if (caption) words = inlines(caption);
    for (Inline& each : words)
        if (std::holds_alternative<LineBreak>(each.kind)) each.kind = Text{" "};
    std::string const alternative = picture_description(picture);
    auto const asset = take_picture(picture);
    if (!asset) {
        drop("alternative text of a missing picture", span_of(picture), alternative);
        flush(words, around);
        if (!figure.credit.empty())
            add({Paragraph{{Inline{Text{figure.credit}, span_of(credit)}}, ""}, span_of(credit)});
        return;
    }
    figure.asset = *asset;
    figure.alt = alternative;
    // Where an author has described nothing, our books repeat the caption.
    if (pages_.ours && !figure.alt.empty() && figure.alt == collapsed(plain_text(words))) {
        drop("alternative text that repeats the caption", span_of(picture), figure.alt);
        figure.alt.clear();
    }
    figure.decorative = alternative.empty() && picture.attribute("alt");
    figure.caption = std::move(words);
    if (pages_.ours) figure.width = width_of(around);
    if (!anchors_.empty()) {
        figure.id = anchors_.back();
        anchors_.clear();
    }
    add({std::move(figure), span_of(around)});
}

} // namespace quoin::hypertext
