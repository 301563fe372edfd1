#include "preflight/read_pdf.hpp"

#include "preflight/content_reader.hpp"
#include "preflight/objects.hpp"
#include "preflight/resource_reader.hpp"
#include "preflight/structure_reader.hpp"

#include "base/roman.hpp"

#include <algorithm>

namespace quoin::preflight {

namespace {

std::optional<Box> box_of(QPDFObjectHandle const& array) {
    auto const sides = items(array);
    if (sides.size() != 4) return std::nullopt;
    Box box{number_or(sides[0], 0), number_or(sides[1], 0), number_or(sides[2], 0), number_or(sides[3], 0)};
    if (box.left > box.right) std::swap(box.left, box.right);
    if (box.bottom > box.top) std::swap(box.bottom, box.top);
    return box;
}

std::string in_capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

// A, B … Z, AA, BB … (ISO 32000-1, table 159).
std::string letters(long long number, char first) {
    constexpr long long alphabet = 26, longest = 100;
    return std::string(static_cast<std::size_t>(std::min((number - 1) / alphabet + 1, longest)),
                       static_cast<char>(first + (number - 1) % alphabet));
}

std::string label_of(QPDFObjectHandle const& range, long long offset) {
    std::string const style = name_of(key(range, "/S"));
    long long const number = static_cast<long long>(number_or(key(range, "/St"), 1)) + offset;
    std::string label = text_of(key(range, "/P"));
    if (style == "D") label += std::to_string(number);
    if (style == "r") label += roman_number(static_cast<int>(number));
    if (style == "R") label += in_capitals(roman_number(static_cast<int>(number)));
    if (style == "a" && number > 0) label += letters(number, 'a');
    if (style == "A" && number > 0) label += letters(number, 'A');
    return label;
}

class PdfReader {
  public:
    explicit PdfReader(QPDF& file) : file_(file), resources_(facts_) {}

    PdfFacts read() {
        facts_.version = file_.getPDFVersion();
        facts_.encrypted = file_.isEncrypted();
        facts_.has_id = items(file_.getTrailer().getKey("/ID")).size() == 2;
        facts_.object_streams = is_name(file_.getTrailer().getKey("/Type"), "/XRef");
        read_catalog();
        read_info();
        read_intents();
        PageNumbers numbers;
        for (auto const& page : file_.getAllPages()) {
            numbers[{page.getObjectID(), page.getGeneration()}] = facts_.pages.size();
            read_page(page);
        }
        read_labels();
        facts_.structure = read_structure(file_, facts_.pages, numbers);
        for (auto const& warning : file_.getWarnings()) facts_.warnings.emplace_back(warning.what());
        return std::move(facts_);
    }

  private:
    void read_catalog() {
        auto root = file_.getRoot();
        auto names = key(root, "/Names");
        facts_.active_content = !key(root, "/OpenAction").isNull() || !key(root, "/AA").isNull() ||
                                !key(root, "/AcroForm").isNull() || !key(names, "/JavaScript").isNull() ||
                                !key(names, "/EmbeddedFiles").isNull();
        facts_.language = text_of(key(root, "/Lang"));
        auto shows = key(key(root, "/ViewerPreferences"), "/DisplayDocTitle");
        facts_.shows_title = shows.isBool() && shows.getBoolValue();
        facts_.outline = key(key(root, "/Outlines"), "/First").isDictionary();
        facts_.metadata = stream_text(key(root, "/Metadata"));
    }

    void read_info() {
        auto info = file_.getTrailer().getKey("/Info");
        if (!info.isDictionary()) return;
        for (auto const& name : info.getKeys()) {
            auto value = info.getKey(name);
            facts_.info[name] = value.isName() ? value.getName() : text_of(value);
        }
    }

    void read_intents() {
        for (auto const& object : items(file_.getRoot().getKey("/OutputIntents"))) {
            IntentFact intent;
            intent.kind = "/" + name_of(key(object, "/S"));
            intent.identifier = text_of(key(object, "/OutputConditionIdentifier"));
            std::string const profile = stream_text(key(object, "/DestOutputProfile"));
            constexpr std::size_t header = 128; // ICC.1:2010, 7.2: class at byte 12, colour space at 16
            intent.profile = profile.size() > header;
            if (intent.profile) {
                intent.profile_class = profile.substr(12, 4);
                intent.profile_space = profile.substr(16, 4);
            }
            facts_.intents.push_back(std::move(intent));
        }
    }

    // ISO 32000-1, 7.7.3.4: an entry that the page lacks may stand above it.
    static QPDFObjectHandle inherited(QPDFObjectHandle node, char const* name) {
        constexpr int deepest = 64;
        for (int depth = 0; node.isDictionary() && depth < deepest; ++depth) {
            if (auto value = node.getKey(name); !value.isNull()) return value;
            node = node.getKey("/Parent");
        }
        return QPDFObjectHandle::newNull();
    }

    void read_page(QPDFObjectHandle object) {
        PageFacts page;
        page.media = box_of(inherited(object, "/MediaBox"));
        page.crop = box_of(inherited(object, "/CropBox"));
        page.bleed = box_of(object.getKey("/BleedBox"));
        page.trim = box_of(object.getKey("/TrimBox"));
        page.art = box_of(object.getKey("/ArtBox"));
        page.rotation = number_or(inherited(object, "/Rotate"), 0);
        page.user_unit = number_or(object.getKey("/UserUnit"), 1);
        auto group = object.getKey("/Group");
        page.group = group.isDictionary();
        page.group_rgb = page.group && read_space(key(group, "/CS")).kind == ColourSpace::Kind::rgb;
        page.tab_order = is_name(object.getKey("/Tabs"), "/S");
        read_annotations(object.getKey("/Annots"), page);
        std::string content;
        auto contents = object.getKey("/Contents");
        if (contents.isStream()) content = stream_text(contents);
        for (auto const& part : items(contents)) content += stream_text(part) + "\n";
        auto const resources = resources_.read(inherited(object, "/Resources"));
        read_content(content, *resources, facts_.fonts, facts_.images, page);
        facts_.pages.push_back(std::move(page));
    }

    static void read_annotations(QPDFObjectHandle const& list, PageFacts& page) {
        for (auto const& annotation : items(list)) {
            if (!is_name(key(annotation, "/Subtype"), "/Link")) {
                ++page.other_annotations;
                continue;
            }
            ++page.links;
            if (text_of(key(annotation, "/Contents")).empty()) ++page.link_without_contents;
            if (!key(annotation, "/StructParent").isInteger()) ++page.link_without_parent;
        }
    }

    // A number tree (ISO 32000-1, 7.9.7): its leaves hold the first pages of ranges in order.
    void collect_ranges(QPDFObjectHandle const& node, int depth) {
        constexpr int deepest = 32;
        if (depth == deepest) return;
        for (auto const& kid : items(key(node, "/Kids"))) collect_ranges(kid, depth + 1);
        auto const numbers = items(key(node, "/Nums"));
        for (std::size_t at = 0; at + 1 < numbers.size(); at += 2)
            ranges_.emplace_back(static_cast<std::size_t>(std::max(0.0, number_or(numbers[at], 0))), numbers[at + 1]);
    }

    void read_labels() {
        collect_ranges(file_.getRoot().getKey("/PageLabels"), 0);
        for (std::size_t at = 0; at < ranges_.size(); ++at) {
            auto const& [first, range] = ranges_[at];
            std::size_t const next = at + 1 < ranges_.size() ? ranges_[at + 1].first : facts_.pages.size();
            for (std::size_t page = first; page < std::min(next, facts_.pages.size()); ++page)
                facts_.pages[page].label = label_of(range, static_cast<long long>(page - first));
        }
    }

    QPDF& file_;
    PdfFacts facts_;
    ResourceReader resources_;
    std::vector<std::pair<std::size_t, QPDFObjectHandle>> ranges_; // of labels: first page, what it says
};

} // namespace

Result<PdfFacts> read_pdf(Bytes const& bytes) {
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        file.processMemoryFile("output", reinterpret_cast<char const*>(bytes.data()), bytes.size());
        return PdfReader(file).read();
    } catch (std::exception const& problem) {
        return failure(Code::reread_unreadable, {}, std::string("the PDF cannot be read back: ") + problem.what());
    }
}

} // namespace quoin::preflight
