#include "hypertext/characters.hpp"
#include "hypertext/pages.hpp"
#include "manuscript/package.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace quoin::hypertext {

using manuscript::Decision;
using manuscript::DecisionCode;

TextStyle Pages::style(Page const& page, pugi::xml_node node) const {
    TextStyle style;
    for (StyleRules const* rules : page.rules) rules->find(node, style);
    if (std::string_view const own = attribute(node, "style"); !own.empty()) style.add(own);
    return style;
}

std::string target_key(Page const& page, std::string_view address) {
    std::size_t const sign = std::min(address.find('#'), address.size());
    std::string const path = percent_decoded(address.substr(0, sign));
    std::string const id = percent_decoded(address.substr(std::min(sign + 1, address.size())));
    if (path.empty() && id.empty()) return {};
    if (path.find(':') != std::string::npos || path.starts_with("//")) return {};
    return (path.empty() ? page.path : manuscript::resolve_reference(page.path, path)) + "#" + id;
}

pugi::xml_node target_of(Pages const& pages, Page const& page, std::string_view address) {
    std::string const key = target_key(page, address);
    auto const found = key.empty() ? pages.targets.end() : pages.targets.find(key);
    return found == pages.targets.end() ? pugi::xml_node() : found->second;
}

namespace {

// Elements that show nothing of their own, or nothing that a page on paper could hold.
bool is_never_seen(pugi::xml_node node) {
    return is_any(node, {"script", "style", "template", "noscript", "head",     "title",  "meta",
                         "link",   "base",  "iframe",   "object",   "embed",    "applet", "canvas",
                         "audio",  "video", "map",      "dialog",   "datalist", "noembed"});
}

bool is_dynamic(pugi::xml_node node) {
    return is_any(node, {"script", "style", "iframe", "object", "embed", "applet", "canvas", "audio", "video"});
}

class Survey {
  public:
    Survey(Pages& pages, manuscript::Imported& result) : pages_(pages), result_(result) {}

    void run() {
        for (Page& page : pages_.all) look_at(page);
        for (auto const& [name, count] : counts_) {
            Decision decision;
            decision.code = DecisionCode::script_dropped;
            decision.choice = fmt::format("left out {} “{}”", count, name);
            decision.reason = "it is not text";
            result_.decisions.push_back(std::move(decision));
        }
        if (hidden_ == 0) return;
        Decision decision;
        decision.code = DecisionCode::hidden_text;
        decision.choice = fmt::format("left out {} hidden passages", hidden_);
        decision.reason = "the page does not show them";
        decision.confidence = 0.9;
        decision.alternative = "make them visible in the source";
        result_.decisions.push_back(std::move(decision));
    }

  private:
    void look_at(Page& page) {
        for (pugi::xml_node node = page.tree.first_child(); node; node = next_node(node, page.tree)) {
            if (!is_element(node)) continue;
            for (char const* name : {"id", "name", "xml:id"}) {
                std::string_view const id = attribute(node, name);
                if (!id.empty()) pages_.targets.emplace(page.path + "#" + std::string(id), node);
            }
            if (is_dynamic(node)) ++counts_[node.name()];
        }
        pages_.targets.emplace(page.path + "#", page.body);
        for (pugi::xml_node node = page.body; node; node = next(node, page)) look_at_body(page, node);
    }

    // What is hidden is not gone through, and a drawing is one piece.
    pugi::xml_node next(pugi::xml_node node, Page const& page) const {
        bool const passed = pages_.facts(node).part == Part::hidden || is_any(node, {"svg"});
        return passed ? next_beyond(node, page.body) : next_node(node, page.body);
    }

    void look_at_body(Page const& page, pugi::xml_node node) {
        if (!is_element(node)) return;
        if (is_never_seen(node)) {
            pages_.change(node).part = Part::hidden;
            return;
        }
        bool const hidden = node != page.body && (node.attribute("hidden") || pages_.style(page, node).hidden);
        if (hidden) {
            pages_.change(node).part = Part::hidden;
            if (!text_of(node).empty()) ++hidden_;
            return;
        }
        if (is_block(node)) mark_holders(node);
    }

    void mark_holders(pugi::xml_node node) {
        for (node = node.parent(); node; node = node.parent()) {
            Facts& facts = pages_.change(node);
            if (facts.holds_blocks) return;
            facts.holds_blocks = true;
        }
    }

    Pages& pages_;
    manuscript::Imported& result_;
    std::map<std::string, std::size_t> counts_;
    std::size_t hidden_ = 0;
};

} // namespace

void survey(Pages& pages, manuscript::Imported& result) { Survey(pages, result).run(); }

} // namespace quoin::hypertext
