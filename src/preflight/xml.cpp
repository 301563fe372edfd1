#include "preflight/xml.hpp"

#include <sstream>

namespace quoin::preflight {

std::string load_problem(Bytes const& bytes, pugi::xml_document& document) {
    auto const result = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                                             pugi::encoding_utf8);
    return result ? std::string() : result.description();
}

std::string_view local_name(pugi::xml_node node) {
    std::string_view const name = node.name();
    auto const colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view local) {
    for (pugi::xml_node const one : node.children())
        if (local_name(one) == local) return one;
    return {};
}

pugi::xml_node find_element(pugi::xml_node node, std::string_view local) {
    return node.find_node([&](pugi::xml_node one) { return local_name(one) == local; });
}

std::set<std::string> words_of(std::string_view list) {
    std::istringstream stream{std::string(list)};
    std::set<std::string> words;
    for (std::string word; stream >> word;) words.insert(word);
    return words;
}

EpubPlace resolved(std::string const& from, std::string_view reference) {
    auto const colon = reference.find(':');
    if (colon != std::string_view::npos && reference.find('/') > colon) return {{}, std::string(reference)};
    auto const mark = reference.find('#');
    std::string_view const path = reference.substr(0, mark);
    EpubPlace place{from, mark == std::string_view::npos ? std::string() : std::string(reference.substr(mark + 1))};
    if (path.empty()) return place;
    std::string folder = from.substr(0, from.rfind('/') == std::string::npos ? 0 : from.rfind('/'));
    std::istringstream steps{std::string(path)};
    for (std::string step; std::getline(steps, step, '/');) {
        if (step == "..") {
            folder.erase(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/'));
        } else if (step != ".") {
            folder += (folder.empty() ? "" : "/") + step;
        }
    }
    place.path = folder;
    return place;
}

} // namespace quoin::preflight
