#include "pdf/assemble.hpp"

#include "base/digest.hpp"
#include "pdf/metadata.hpp"
#include "pdf/navigation.hpp"
#include "pdf/page_labels.hpp"
#include "pdf/press_colours.hpp"
#include "pdf/spot_space.hpp"
#include "pdf/structure.hpp"

namespace quoin::pdf {

namespace {

/// Where qpdf's output goes.
class BytesPipeline final : public Pipeline {
  public:
    explicit BytesPipeline(Bytes& bytes) : Pipeline("file", nullptr), bytes_(bytes) {}
    void write(unsigned char const* data, std::size_t size) override { bytes_.insert(bytes_.end(), data, data + size); }
    void finish() override {}

  private:
    Bytes& bytes_;
};

/// Something that changes with all that the file shows.
std::string content_key(page::PageList const& list, Edition const& edition, Parts const& parts) {
    std::uint32_t sum = 0;
    for (auto const& font : parts.fonts) sum = checksum(sum, font.program);
    for (auto const& picture : parts.pictures) sum = checksum(sum, picture.data);
    for (auto const& image : list.images) {
        if (image.bytes && image.kind == page::ImageKind::artwork) sum = checksum(sum, *image.bytes);
    }
    std::string key = "quoin/" + std::to_string(static_cast<int>(edition.kind)) + '/' + edition.build_id + '/' +
                      list.info.identifier + '/' + list.info.title + '/' + std::to_string(list.info.epoch) + '/' +
                      std::to_string(sum);
    for (auto const& page : parts.pages) key += '/' + std::to_string(checksum(0, page.stream));
    return key;
}

std::string from_hex(std::string_view digits) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
        bytes += static_cast<char>(std::stoi(std::string(digits.substr(at, 2)), nullptr, 16));
    }
    return bytes;
}

class Assembler {
  public:
    Assembler(page::PageList const& list, Edition const& edition, InkTable const& inks, Parts const& parts)
        : list_(list), edition_(edition), inks_(inks), parts_(parts), key_(content_key(list, edition, parts)),
          metadata_(make_metadata(list.info, edition, key_)) {}

    Bytes run() {
        file_.emptyPDF();
        make_resources();
        make_pages();
        make_labels();
        if (edition_.for_screen()) make_screen_entries();
        make_intent();
        make_metadata_objects();
        return write();
    }

  private:
    // --- resources, shared by the pages that use them

    void make_resources() {
        for (std::size_t font = 0; font < parts_.fonts.size(); ++font) {
            fonts_.push_back(parts_.fonts[font].used ? make_font(file_, parts_.fonts[font], parts_.font_streams[font])
                                                     : Object::newNull());
        }
        for (auto const& picture : parts_.pictures) {
            bool const used = picture.artwork || !picture.data.empty();
            pictures_.push_back(used ? make_picture(file_, picture, edition_) : Object::newNull());
        }
        for (auto const& page : parts_.pages) {
            for (auto const spot : page.spots) {
                if (auto& space = spots_[spot]; !space.isInitialized()) space = spot_space(file_, inks_.ink(spot));
            }
        }
        // ISO 32000-1, 8.6.7: with OPM 1 the plates that a CMYK colour leaves at zero keep what they have.
        for (int const on : {0, 1}) {
            states_.push_back(file_.makeIndirectObject(dictionary({{"/Type", name("/ExtGState")},
                                                                   {"/OP", boolean(on == 1)},
                                                                   {"/op", boolean(on == 1)},
                                                                   {"/OPM", integer(on)}})));
        }
    }

    Object page_resources(PageContent const& content) {
        auto resources = Object::newDictionary();
        add_named(resources, "/Font", "/F", content.fonts, [&](auto index) { return fonts_[index]; });
        add_named(resources, "/XObject", "/Im", content.pictures, [&](auto index) { return pictures_[index]; });
        add_named(resources, "/ColorSpace", "/CS", content.spots, [&](auto index) { return spots_.at(index); });
        if (content.uses_overprint) {
            resources.replaceKey("/ExtGState", dictionary({{"/GS0", states_[0]}, {"/GS1", states_[1]}}));
        }
        return resources;
    }

    template <typename Find>
    void add_named(Object& resources, char const* kind, char const* prefix, std::set<std::uint32_t> const& used,
                   Find&& find) {
        if (used.empty()) return;
        auto entries = Object::newDictionary();
        for (auto const index : used) entries.replaceKey(prefix + std::to_string(index), find(index));
        resources.replaceKey(kind, entries);
    }

    // --- pages

    void make_pages() {
        auto tree = file_.getRoot().getKey("/Pages");
        for (std::size_t index = 0; index < parts_.pages.size(); ++index) {
            auto const& content = parts_.pages[index];
            auto page = Object::newDictionary();
            page.replaceKey("/Type", name("/Page"));
            page.replaceKey("/Parent", tree);
            add_boxes(page, list_.pages[index].recto);
            if (edition_.for_screen()) page.replaceKey("/Tabs", name("/S"));
            if (content.transparent) {
                auto const space = edition_.in_rgb() ? "/DeviceRGB" : "/DeviceCMYK";
                page.replaceKey("/Group", dictionary({{"/S", name("/Transparency")}, {"/CS", name(space)}}));
            }
            page.replaceKey("/Resources", page_resources(content));
            page.replaceKey("/Contents", page_contents(content));
            pages_.push_back(file_.makeIndirectObject(page));
        }
        tree.replaceKey("/Kids", array(pages_));
        tree.replaceKey("/Count", integer(static_cast<long long>(pages_.size())));
        file_.updateAllPagesCache();
    }

    // Trim inside of bleed inside of media (ISO 15930-7, 6.12); nobody is to see less than all of it. Pages of one side share
    // their boxes.
    void add_boxes(Object& page, bool recto) {
        auto& boxes = boxes_[recto ? 1 : 0];
        if (boxes.empty()) boxes = make_boxes(recto);
        for (auto const& [key, box] : boxes) page.replaceKey(key, box);
    }

    Entries make_boxes(bool recto) {
        auto const width = ContentBuffer::thousandths(list_.trim.width);
        auto const height = ContentBuffer::thousandths(list_.trim.height);
        if (edition_.for_screen()) {
            auto const whole = rectangle(0, 0, width, height);
            return {{"/MediaBox", whole}, {"/CropBox", whole}};
        }
        auto const bleed = ContentBuffer::thousandths(list_.bleed);
        auto const slug = ContentBuffer::thousandths(edition_.slug());
        auto const margin = bleed + slug;
        auto const at_spine = edition_.bleed_at_spine ? bleed : 0;
        auto const left = recto ? at_spine : bleed, right = recto ? bleed : at_spine;
        auto const whole = rectangle(bleed - left, 0, margin + width + right + slug, height + 2 * margin);
        auto const bled = rectangle(margin - left, slug, margin + width + right, slug + height + 2 * bleed);
        auto const trim = rectangle(margin, margin, margin + width, margin + height);
        return {{"/MediaBox", whole}, {"/CropBox", whole}, {"/BleedBox", bled}, {"/TrimBox", trim}};
    }

    // Marks come first, in brackets: what a page sets is not undone at its end.
    Object page_contents(PageContent const& content) {
        auto const page = stream(file_, content.stream, {}, "/FlateDecode");
        if (parts_.marks.stream.empty()) return page;
        if (!marks_.isInitialized()) marks_ = stream(file_, parts_.marks.stream, {}, "/FlateDecode");
        return array({marks_, page});
    }

    void make_labels() {
        auto numbers = Object::newArray();
        for (auto const& range : label_ranges(list_.pages)) {
            Entries entries;
            using Style = LabelRange::Style;
            if (!range.prefix.empty()) entries["/P"] = text(range.prefix);
            if (range.style == Style::decimal) entries["/S"] = name("/D");
            if (range.style == Style::roman_lower) entries["/S"] = name("/r");
            if (range.style == Style::roman_upper) entries["/S"] = name("/R");
            if (range.style != Style::none && range.start != 1) entries["/St"] = integer(range.start);
            numbers.appendItem(integer(static_cast<long long>(range.first_page)));
            numbers.appendItem(dictionary(entries));
        }
        file_.getRoot().replaceKey("/PageLabels", file_.makeIndirectObject(dictionary({{"/Nums", numbers}})));
    }

    // --- catalog

    void make_screen_entries() {
        auto root = file_.getRoot();
        auto const destinations = collect_destinations(list_);
        auto links = make_links(file_, list_, destinations, pages_);
        root.replaceKey("/StructTreeRoot", make_structure(file_, list_, parts_.pages, pages_, links));
        root.replaceKey("/MarkInfo", dictionary({{"/Marked", boolean(true)}}));
        root.replaceKey("/Lang", text(list_.info.language.empty() ? "und" : list_.info.language));
        root.replaceKey("/ViewerPreferences", dictionary({{"/DisplayDocTitle", boolean(true)}}));
        if (!destinations.empty()) {
            root.replaceKey("/Names", dictionary({{"/Dests", make_destination_tree(file_, destinations, pages_)}}));
        }
        if (auto outline = make_outline(file_, list_, destinations); !outline.isNull())
            root.replaceKey("/Outlines", outline);
    }

    void make_intent() {
        auto root = file_.getRoot();
        Compressor const compressor(edition_.compression);
        if (edition_.for_screen()) {
            profile_ = compressor.compress(srgb_profile());
            auto const profile = stream(file_, profile_, {{"/N", integer(3)}}, "/FlateDecode");
            root.replaceKey("/OutputIntents",
                            array({dictionary({{"/Type", name("/OutputIntent")},
                                               {"/S", name("/GTS_PDFA1")},
                                               {"/OutputConditionIdentifier", bytes_string("sRGB IEC61966-2.1")},
                                               {"/Info", bytes_string("sRGB IEC61966-2.1")},
                                               {"/DestOutputProfile", profile}})}));
        } else if (edition_.claims_press()) {
            profile_ = compressor.compress(*edition_.intent.profile);
            auto const profile = stream(file_, profile_, {{"/N", integer(4)}}, "/FlateDecode");
            root.replaceKey("/OutputIntents",
                            array({dictionary({{"/Type", name("/OutputIntent")},
                                               {"/S", name("/GTS_PDFX")},
                                               {"/OutputConditionIdentifier", text(edition_.intent.identifier)},
                                               {"/OutputCondition", text(edition_.intent.description)},
                                               {"/Info", text(edition_.intent.description)},
                                               {"/RegistryName", text(edition_.intent.registry)},
                                               {"/DestOutputProfile", profile}})}));
        }
    }

    void make_metadata_objects() {
        auto info = Object::newDictionary();
        auto const state = [&](char const* key, std::string const& value) {
            if (!value.empty()) info.replaceKey(key, text(value));
        };
        state("/Title", metadata_.title);
        state("/Author", metadata_.author);
        state("/Subject", metadata_.subject);
        state("/Keywords", metadata_.keywords);
        state("/Creator", metadata_.creator);
        state("/Producer", metadata_.producer);
        info.replaceKey("/CreationDate", bytes_string(metadata_.info_date));
        info.replaceKey("/ModDate", bytes_string(metadata_.info_date));
        if (!edition_.for_screen()) info.replaceKey("/Trapped", name("/False"));
        if (edition_.kind == Edition::Kind::x1a && edition_.claims_press()) {
            info.replaceKey("/GTS_PDFXVersion", bytes_string("PDF/X-1a:2003"));
        }
        auto trailer = file_.getTrailer();
        trailer.replaceKey("/Info", file_.makeIndirectObject(info));
        // The first half stays; qpdf makes the second one from the bytes it writes.
        auto const id = bytes_string(from_hex(sha256_hex(key_).substr(0, 32)));
        trailer.replaceKey("/ID", array({id, id}));
        file_.getRoot().replaceKey(
            "/Metadata",
            own_stream(file_, xmp_packet(metadata_), {{"/Type", name("/Metadata")}, {"/Subtype", name("/XML")}}, ""));
    }

    Bytes write() {
        Bytes bytes;
        BytesPipeline pipeline(bytes);
        QPDFWriter writer(file_);
        writer.setOutputPipeline(&pipeline);
        writer.setDeterministicID(true);
        // Our streams are compressed already. Only object and xref streams are left to qpdf.
        writer.setCompressStreams(true);
        writer.setDecodeLevel(qpdf_dl_none);
        writer.setRecompressFlate(false);
        bool const old = !edition_.allows_transparency(); // PDF 1.4 knows no object streams
        writer.setObjectStreamMode(old ? qpdf_o_disable : qpdf_o_generate);
        writer.forcePDFVersion(old ? "1.4" : edition_.for_screen() ? "1.7" : "1.6");
        if (edition_.for_screen()) {
            // To linearise, qpdf follows the outline from entry to entry, each a step deeper on the stack.
            constexpr std::size_t longest_outline = 5000;
            writer.setLinearization(list_.outline.size() <= longest_outline);
            writer.setNewlineBeforeEndstream(true); // ISO 19005-2, 6.1.7.1
        }
        writer.write();
        return bytes;
    }

    page::PageList const& list_;
    Edition const& edition_;
    InkTable const& inks_;
    Parts const& parts_;
    std::string key_;
    Metadata metadata_;
    QPDF file_;
    std::vector<Object> fonts_, pictures_, states_, pages_;
    std::map<std::uint32_t, Object> spots_;
    std::array<Entries, 2> boxes_; // of left pages, of right ones
    Object marks_;
    Bytes profile_;
};

} // namespace

Bytes assemble(page::PageList const& list, Edition const& edition, InkTable const& inks, Parts const& parts) {
    return Assembler(list, edition, inks, parts).run();
}

} // namespace quoin::pdf
