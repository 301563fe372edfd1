// Pictures and text boxes in running text, in DrawingML and in VML.

#include "office/docx_runs.hpp"
#include "office/xml.hpp"

#include <algorithm>
#include <array>

namespace quoin::office {

using manuscript::DecisionCode;

namespace {

bool is(pugi::xml_node node, char const* name) { return std::string_view(node.name()) == name; }

bool is_decorative(pugi::xml_node properties) {
    for (pugi::xml_node const extension : properties.child("a:extLst").children("a:ext")) {
        std::string_view const value = extension.child("adec:decorative").attribute("val").value();
        if (value == "1" || value == "true") return true;
    }
    return false;
}

std::string alternative_text(pugi::xml_node properties, pugi::xml_node picture) {
    for (pugi::xml_node const node : {properties, picture}) {
        if (!node) continue;
        for (char const* attribute : {"descr", "alt", "title", "o:title"}) {
            std::string text = value_of(node, attribute);
            if (!text.empty()) return text;
        }
    }
    return {};
}

/// The drawing that a picture file stands for in full sharpness, where a program has written one beside it.
pugi::xml_node vector_twin(pugi::xml_node blip) {
    for (pugi::xml_node const extension : blip.child("a:extLst").children("a:ext")) {
        if (pugi::xml_node const twin = extension.child("asvg:svgBlip")) return twin;
    }
    return {};
}

} // namespace

void DocxRunReader::drawing(pugi::xml_node node, State const& state, Format const& format) {
    if (!is(node, "w:drawing")) return drawing_walk(node, {}, false, state, format);
    for (pugi::xml_node const frame : node.children()) {
        if (frame.type() == pugi::node_element)
            drawing_walk(frame, frame.child("wp:docPr"), is(frame, "wp:anchor"), state, format);
    }
}

void DocxRunReader::alternate(pugi::xml_node node, State const& state) {
    Format const format;
    for (pugi::xml_node const child : taken_branch(node).children()) {
        if (child.type() != pugi::node_element) continue;
        if (is(child, "w:drawing") || is(child, "w:pict") || is(child, "w:object")) {
            drawing(child, state, format);
        } else if (is(child, "w:r") || is(child, "w:hyperlink") || is(child, "w:sdt")) {
            element(child, state);
        } else {
            run_element(child, state, format, false);
        }
    }
}

/// Pictures and boxes below `node`, in their order.
void DocxRunReader::drawing_walk(pugi::xml_node node, pugi::xml_node properties, bool anchored, State const& state,
                                 Format const& format) {
    for (pugi::xml_node const child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        if (is(child, "w:txbxContent")) {
            if (std::string_view const name = drop_name(state, false); !name.empty()) {
                show_box_dropped(child, name);
                continue;
            }
            DocxAside aside;
            aside.kind = DocxAside::Kind::box;
            aside.box = child;
            aside.span = context_.view.since(context_.view.size());
            to_.asides.push_back(std::move(aside));
        } else if (is(child, "a:blip")) {
            picture(child, properties, anchored, state, format);
        } else if (is(child, "v:imagedata")) {
            picture(child, child.parent(), anchored, state, format);
        } else if (is(child, "mc:AlternateContent")) {
            drawing_walk(taken_branch(child), properties, anchored, state, format);
        } else if (is(child, "pic:pic")) {
            pugi::xml_node const own = child.child("pic:nvPicPr").child("pic:cNvPr");
            bool const tells = !value_of(properties, "descr").empty() || !own.attribute("descr");
            drawing_walk(child, tells && properties ? properties : own, anchored, state, format);
        } else {
            std::string_view const rule = child.attribute("o:hr").value();
            to_.has_rule = to_.has_rule || rule == "t" || rule == "true";
            drawing_walk(child, properties, anchored, state, format);
        }
    }
}

void DocxRunReader::show_box_dropped(pugi::xml_node box, std::string_view name) {
    for_each_element(box, [&](pugi::xml_node each) {
        if (is(each, "w:p")) drop(name, " ");
        if (is(each, "w:t") || is(each, "w:delText")) drop(name, context_.text_of(each));
    });
}

void DocxRunReader::picture(pugi::xml_node data, pugi::xml_node properties, bool anchored, State const& state,
                            Format const& format) {
    if (!drop_name(state, false).empty()) return;
    bool const vml = is(data, "v:imagedata");
    std::string relation = value_of(data, vml ? "r:id" : "r:embed");
    if (relation.empty()) relation = value_of(data, "r:link");
    DocxPictures::Found found;
    if (pugi::xml_node const twin = vector_twin(data))
        found = context_.pictures.find(part_, value_of(twin, "r:embed"), context_.imported);
    if (!found.asset) found = context_.pictures.find(part_, relation, context_.imported);
    std::string const alt = alternative_text(properties, data);
    bool const decorative = is_decorative(properties);
    Span span = context_.view.since(context_.view.size());
    if (!alt.empty()) span = context_.view.append('[' + alt + ']');
    if (!found.asset) {
        if (!alt.empty()) context_.drop("alternative text", span);
        bool const unsupported = found.problem == DocxPictures::Problem::unsupported;
        context_.decide(unsupported ? DecisionCode::picture_unsupported : DecisionCode::picture_missing, span,
                        "the picture \"" + found.what + "\" is left out",
                        unsupported ? "it is no JPEG, PNG, TIFF, WebP or SVG"
                        : found.problem == DocxPictures::Problem::linked
                            ? "it is only linked; nothing is fetched from other places"
                            : "the file does not hold it",
                        0.5, "save it as PNG or SVG and put it in its place");
        return;
    }
    model::InlinePicture picture{*found.asset, alt};
    if (!anchored) {
        to_.decorative.push_back(decorative);
        return add({std::move(picture), span}, state, format);
    }
    DocxAside aside;
    aside.kind = DocxAside::Kind::figure;
    aside.picture = std::move(picture);
    aside.decorative = decorative;
    aside.span = span;
    to_.asides.push_back(std::move(aside));
}

} // namespace quoin::office
