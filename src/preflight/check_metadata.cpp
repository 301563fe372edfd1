#include "preflight/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

namespace quoin::preflight {

namespace {

using style::PrintStandard;

// A property of the packet stands as an element, as an attribute, or in a list of alternatives.
std::string property(pugi::xml_document const& packet, char const* name) {
    for (auto const& found : packet.select_nodes(fmt::format("//*[name()='{}']", name).c_str())) {
        pugi::xml_node const node = found.node();
        if (auto const item = node.select_node(".//*[local-name()='li']")) return item.node().text().get();
        return node.text().get();
    }
    if (auto const found = packet.select_node(fmt::format("//@*[name()='{}']", name).c_str()))
        return found.attribute().value();
    return {};
}

std::string digits_of(std::string const& text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    constexpr std::size_t until_seconds = 14;
    return digits.substr(0, until_seconds);
}

class MetadataCheck {
  public:
    MetadataCheck(PdfFacts const& facts, PdfSubject const& subject, FindingList& list)
        : facts_(facts), subject_(subject), list_(list) {
        packet_.load_buffer(facts.metadata.data(), facts.metadata.size());
    }

    void run() {
        if (subject_.kind == FileKind::screen) {
            check_screen_claim();
            check_intent("/GTS_PDFA1", "RGB ", {});
        } else if (subject_.printer.standard != PrintStandard::pdf) {
            check_print_claim();
            check_intent("/GTS_PDFX", "CMYK", subject_.printer.condition.identifier);
            std::string const trapped = info("/Trapped");
            if (trapped != "/True" && trapped != "/False")
                list_.about_file({Code::trapped_missing, Severity::error, "state Trapped as True or False"},
                                 "it does not say whether it is trapped");
        }
        check_agreement();
    }

  private:
    [[nodiscard]] std::string info(char const* key) const {
        auto const found = facts_.info.find(key);
        return found == facts_.info.end() ? std::string() : found->second;
    }

    void no_claim(char const* standard) {
        list_.about_file({Code::standard_missing, Severity::error, "write it by a profile of this standard"},
                         fmt::format("it does not state that it is {}", standard));
    }

    void check_screen_claim() {
        if (property(packet_, "pdfaid:part") != "2") no_claim("PDF/A-2");
        if (property(packet_, "pdfuaid:part") != "1") no_claim("PDF/UA-1");
    }

    void check_print_claim() {
        if (subject_.printer.standard == PrintStandard::x1a && info("/GTS_PDFXVersion") != "PDF/X-1a:2003")
            no_claim("PDF/X-1a:2003");
        if (subject_.printer.standard == PrintStandard::x4 && property(packet_, "pdfxid:GTS_PDFXVersion") != "PDF/X-4")
            no_claim("PDF/X-4");
    }

    void check_intent(std::string const& kind, std::string const& space, std::string const& identifier) {
        auto const count = std::count_if(facts_.intents.begin(), facts_.intents.end(),
                                         [&](IntentFact const& intent) { return intent.kind == kind; });
        if (count != 1) {
            list_.about_file({Code::intent_missing, Severity::error, "name one press condition, with its profile"},
                             fmt::format("it has {} output intents instead of one", count));
            return;
        }
        for (IntentFact const& intent : facts_.intents) {
            if (intent.kind != kind) continue;
            bool const wanted_class = space != "CMYK" || intent.profile_class == "prtr";
            if (!intent.profile || intent.profile_space != space || !wanted_class)
                list_.about_file({Code::intent_wrong, Severity::error, "embed the profile of the press"},
                                 fmt::format("its output intent \"{}\" has no {} profile", intent.identifier,
                                             space == "CMYK" ? "CMYK printer" : "RGB"));
            if (!identifier.empty() && intent.identifier != identifier)
                list_.about_file(
                    {Code::intent_wrong, Severity::error, "build it for this printer"},
                    fmt::format("it is made for \"{}\", and the press is \"{}\"", intent.identifier, identifier));
        }
    }

    // ISO 15930-7, 6.5 and ISO 19005-2, 6.6: what both state, both state alike.
    void check_agreement() {
        if (facts_.metadata.empty()) return;
        auto const differ = [&](char const* what) {
            list_.about_file({Code::metadata_differs, Severity::error, "write both from the same values"},
                             fmt::format("its Info and its XMP give different {}", what));
        };
        if (info("/Title") != property(packet_, "dc:title")) differ("titles");
        if (info("/Producer") != property(packet_, "pdf:Producer")) differ("producers");
        if (digits_of(info("/CreationDate")) != digits_of(property(packet_, "xmp:CreateDate"))) differ("dates");
    }

    PdfFacts const& facts_;
    PdfSubject const& subject_;
    FindingList& list_;
    pugi::xml_document packet_;
};

} // namespace

void check_metadata(PdfFacts const& facts, PdfSubject const& subject, FindingList& list) {
    MetadataCheck(facts, subject, list).run();
}

} // namespace quoin::preflight
