#include "epub/small_xml.hpp"

namespace quoin::epub {

namespace {

class StringWriter final : public pugi::xml_writer {
  public:
    void write(void const* data, std::size_t size) override { text.append(static_cast<char const*>(data), size); }
    std::string text;
};

} // namespace

pugi::xml_document new_document() {
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    return document;
}

pugi::xml_node add(pugi::xml_node parent, char const* name) { return parent.append_child(name); }

pugi::xml_node add(pugi::xml_node parent, char const* name, std::string const& text) {
    pugi::xml_node node = parent.append_child(name);
    node.append_child(pugi::node_pcdata).set_value(text.c_str());
    return node;
}

void set(pugi::xml_node node, char const* name, std::string const& value) {
    node.append_attribute(name).set_value(value.c_str());
}

std::string written(pugi::xml_document const& document) {
    StringWriter writer;
    document.save(writer, "  ", pugi::format_indent, pugi::encoding_utf8);
    return std::move(writer.text);
}

} // namespace quoin::epub
