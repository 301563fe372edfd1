#include "pdf/metadata.hpp"

#include "base/digest.hpp"
#include "base/xml_text.hpp"

#include <fmt/format.h>

namespace quoin::pdf {

namespace {

struct Moment {
    Date day;
    int hour, minute, second;
};

Moment moment(long long epoch) {
    constexpr long long day_length = 86400;
    auto const day = from_epoch(epoch);
    auto const rest = static_cast<int>(((epoch % day_length) + day_length) % day_length);
    return {day, rest / 3600, rest / 60 % 60, rest % 60};
}

class Packet {
  public:
    explicit Packet(Metadata const& data) : data_(data) {}

    std::string write() {
        line("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>");
        line("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">");
        line("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">");
        write_dublin_core();
        write_xmp();
        write_standard();
        line("</rdf:RDF>");
        line("</x:xmpmeta>");
        text_ += "<?xpacket end=\"r\"?>"; // nobody edits it in place, so it needs no padding
        return std::move(text_);
    }

  private:
    void line(std::string_view content) {
        text_ += content;
        text_ += '\n';
    }
    void open(std::string_view prefix, std::string_view uri) {
        line(fmt::format("<rdf:Description rdf:about=\"\" xmlns:{}=\"{}\">", prefix, uri));
    }
    void close() { line("</rdf:Description>"); }
    void plain(std::string_view key, std::string_view value) {
        if (!value.empty()) line(fmt::format("<{0}>{1}</{0}>", key, escape_xml(value)));
    }
    void listed(std::string_view key, std::string_view kind, std::string_view value, std::string_view attribute = "") {
        if (value.empty()) return;
        line(fmt::format("<{0}><rdf:{1}><rdf:li{3}>{2}</rdf:li></rdf:{1}></{0}>", key, kind, escape_xml(value),
                         attribute));
    }

    void write_dublin_core() {
        constexpr std::string_view in_any_language = " xml:lang=\"x-default\"";
        open("dc", "http://purl.org/dc/elements/1.1/");
        plain("dc:format", "application/pdf");
        listed("dc:title", "Alt", data_.title, in_any_language);
        listed("dc:creator", "Seq", data_.author);
        listed("dc:description", "Alt", data_.subject, in_any_language);
        listed("dc:language", "Bag", data_.language);
        listed("dc:publisher", "Bag", data_.publisher);
        listed("dc:rights", "Alt", data_.rights, in_any_language);
        plain("dc:identifier", data_.identifier);
        close();
    }

    void write_xmp() {
        open("xmp", "http://ns.adobe.com/xap/1.0/");
        plain("xmp:CreateDate", data_.xmp_date);
        plain("xmp:ModifyDate", data_.xmp_date);
        plain("xmp:MetadataDate", data_.xmp_date);
        plain("xmp:CreatorTool", data_.creator);
        close();
        open("pdf", "http://ns.adobe.com/pdf/1.3/");
        plain("pdf:Producer", data_.producer);
        plain("pdf:Keywords", data_.keywords);
        // PDF/A has no type for this property (ISO 19005-2, 6.6.2.3.1), so the screen edition is silent.
        if (data_.kind != Edition::Kind::screen) plain("pdf:Trapped", "False");
        close();
        open("xmpMM", "http://ns.adobe.com/xap/1.0/mm/");
        plain("xmpMM:DocumentID", "uuid:" + data_.document_id);
        plain("xmpMM:InstanceID", "uuid:" + data_.instance_id);
        plain("xmpMM:VersionID", "1");
        plain("xmpMM:RenditionClass", "default");
        close();
    }

    void write_standard() {
        if (data_.kind == Edition::Kind::x4 && data_.claims_press) {
            open("pdfxid", "http://www.npes.org/pdfx/ns/id/");
            plain("pdfxid:GTS_PDFXVersion", "PDF/X-4");
            close();
        }
        if (data_.kind != Edition::Kind::screen) return;
        open("pdfaid", "http://www.aiim.org/pdfa/ns/id/");
        plain("pdfaid:part", "2");
        plain("pdfaid:conformance", "U");
        close();
        open("pdfuaid", "http://www.aiim.org/pdfua/ns/id/");
        plain("pdfuaid:part", "1");
        close();
        write_extension_schema();
    }

    /// A PDF/A file must describe every property that PDF/A does not know (ISO 19005-2, 6.6.2.3.3).
    void write_extension_schema() {
        line("<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
             " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
             " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">");
        line("<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">");
        line("<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>");
        line("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>");
        line("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>");
        line("<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">");
        line("<pdfaProperty:name>part</pdfaProperty:name>");
        line("<pdfaProperty:valueType>Integer</pdfaProperty:valueType>");
        line("<pdfaProperty:category>internal</pdfaProperty:category>");
        line("<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>");
        line("</rdf:li></rdf:Seq></pdfaSchema:property>");
        line("</rdf:li></rdf:Bag></pdfaExtension:schemas>");
        close();
    }

    Metadata const& data_;
    std::string text_;
};

} // namespace

Metadata make_metadata(page::Info const& info, Edition const& edition, std::string const& content_key) {
    auto const [day, hour, minute, second] = moment(info.epoch);
    Metadata data;
    data.title = info.title;
    data.author = info.author;
    data.subject = info.subject;
    data.keywords = info.keywords;
    data.language = info.language;
    data.identifier = info.identifier;
    data.publisher = info.publisher;
    data.rights = info.rights;
    data.creator = edition.creator;
    data.producer = edition.producer;
    data.info_date =
        fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", day.year, day.month, day.day, hour, minute, second);
    data.xmp_date =
        fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", day.year, day.month, day.day, hour, minute, second);
    data.document_id = uuid_from_name(fmt::format("quoin/pdf/{}/{}/{}/{}", static_cast<int>(edition.kind),
                                                  info.identifier, info.title, edition.build_id));
    data.instance_id = uuid_from_name(content_key);
    data.kind = edition.kind;
    data.claims_press = edition.claims_press();
    return data;
}

std::string xmp_packet(Metadata const& data) { return Packet(data).write(); }

} // namespace quoin::pdf
