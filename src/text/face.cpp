#include "text/face.hpp"

#include <algorithm>
#include <array>
#include <hb-ot.h>

namespace quoin::text {

namespace {

// OS/2 fsType, bit 1 alone: no embedding without the owner's word. Bits 2 and 3 (preview, editable) allow printing.
constexpr unsigned restricted_licence = 0x0002;
constexpr unsigned embedding_bits = 0x000F;

bool licence_forbids(hb_face_t* face) {
    hb_blob_t* table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned size = 0;
    char const* data = hb_blob_get_data(table, &size);
    unsigned type = 0;
    if (size >= 10) type = (static_cast<unsigned char>(data[8]) << 8U) | static_cast<unsigned char>(data[9]);
    hb_blob_destroy(table);
    return (type & embedding_bits) == restricted_licence;
}

std::vector<hb_tag_t> feature_tags(hb_face_t* face) {
    std::vector<hb_tag_t> tags;
    for (hb_tag_t const table : {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS}) {
        unsigned const count = hb_ot_layout_table_get_feature_tags(face, table, 0, nullptr, nullptr);
        std::size_t const before = tags.size();
        tags.resize(before + count);
        unsigned wanted = count;
        hb_ot_layout_table_get_feature_tags(face, table, 0, &wanted, tags.data() + before);
    }
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    return tags;
}

std::string postscript_name(hb_face_t* face) {
    std::array<char, 128> name{};
    auto size = static_cast<unsigned>(name.size());
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1), &size, name.data());
    return name.data();
}

std::string stem(std::string const& path) {
    auto const slash = path.rfind('/');
    std::string const name = slash == std::string::npos ? path : path.substr(slash + 1);
    return name.substr(0, name.rfind('.'));
}

constexpr std::uint64_t spare_known = 1ULL << 63U;

} // namespace

Face::Face(page::FontId id, FaceEntry entry, std::string family, FamilyKind kind, std::string package,
           FileSystem const& files)
    : id_(id), entry_(std::move(entry)), kind_(kind), package_(std::move(package)), files_(&files) {
    file_.family = std::move(family);
    file_.name = stem(entry_.path);
}

Face::~Face() {
    if (font_ != nullptr) hb_font_destroy(font_);
}

bool Face::usable() const {
    if (!asked_.load(std::memory_order_acquire)) std::call_once(once_, [this] { read(); });
    return usable_;
}

void Face::read() const {
    auto bytes = files_->read(entry_.path);
    if (bytes) {
        file_.bytes = std::make_shared<Bytes const>(std::move(*bytes));
        read_tables();
    }
    asked_.store(true, std::memory_order_release);
}

void Face::read_tables() const {
    hb_blob_t* blob =
        hb_blob_create(reinterpret_cast<char const*>(file_.bytes->data()), static_cast<unsigned>(file_.bytes->size()),
                       HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, file_.face_index);
    hb_blob_destroy(blob);
    glyph_count_ = hb_face_get_glyph_count(face);
    font_ = hb_font_create(face);
    units_per_em_ = static_cast<std::int32_t>(hb_face_get_upem(face));
    hb_font_set_scale(font_, units_per_em_, units_per_em_);
    hb_font_make_immutable(font_);

    hb_set_t* characters = hb_set_create();
    hb_face_collect_unicodes(face, characters);
    hb_codepoint_t const last = hb_set_get_max(characters);
    if (last != HB_SET_VALUE_INVALID) coverage_.resize(last / 64 + 1);
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(characters, &c) != 0;)
        coverage_[c / 64] |= 1ULL << (c % 64);
    hb_set_destroy(characters);

    file_.units_per_em = units_per_em_;
    file_.name = postscript_name(face);
    if (file_.name.empty()) file_.name = stem(entry_.path);
    features_ = feature_tags(face);
    embedding_forbidden_ = licence_forbids(face);
    hb_face_destroy(face);
    covers_ascii_ = true;
    for (char32_t c = ' '; c < 0x7F; ++c) covers_ascii_ = covers_ascii_ && covers(c);
    usable_ = glyph_count_ > 0 && !coverage_.empty();
    if (!usable_) return;
    spare_ = std::make_unique<std::atomic<std::uint64_t>[]>(glyph_count_);
    read_straight_bearings();
}

void Face::read_straight_bearings() const {
    Bearings const n = bearings(glyph_of('n'));
    Bearings const h = bearings(glyph_of('H'));
    straight_ = {(n.left + h.left) / 2, (n.right + h.right) / 2};
}

bool Face::covers(char32_t c) const {
    std::size_t const word = c / 64;
    return word < coverage_.size() && ((coverage_[word] >> (c % 64)) & 1U) != 0;
}

bool Face::has_feature(hb_tag_t tag) const { return std::binary_search(features_.begin(), features_.end(), tag); }

std::uint32_t Face::glyph_of(char32_t c) const {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(font_, c, &glyph);
    return glyph;
}

std::int32_t Face::advance_of(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(font_, glyph); }

Face::Bearings Face::bearings(std::uint32_t glyph) const {
    hb_glyph_extents_t box{};
    if (hb_font_get_glyph_extents(font_, glyph, &box) == 0 || box.width == 0) return straight_;
    return {box.x_bearing, advance_of(glyph) - box.x_bearing - box.width};
}

// Bearings need the outline, which is slow to find in CFF: each glyph is looked at once.
static std::int32_t unpack(std::uint64_t packed, unsigned shift) {
    return static_cast<std::int32_t>((packed >> shift) & 0xFFFFU);
}

std::int32_t Face::spare_left(std::uint32_t glyph) const {
    if (glyph >= glyph_count_) return 0;
    std::uint64_t packed = spare_[glyph].load(std::memory_order_relaxed);
    if (packed == 0) {
        Bearings const own = bearings(glyph);
        auto const spare = [&](std::int32_t mine, std::int32_t straight) {
            return static_cast<std::uint64_t>(std::clamp(mine - straight, 0, 0x7FFF));
        };
        packed = spare_known | spare(own.left, straight_.left) | (spare(own.right, straight_.right) << 16U);
        spare_[glyph].store(packed, std::memory_order_relaxed);
    }
    return unpack(packed, 0);
}

std::int32_t Face::spare_right(std::uint32_t glyph) const {
    if (glyph >= glyph_count_) return 0;
    (void)spare_left(glyph); // fills both
    return unpack(spare_[glyph].load(std::memory_order_relaxed), 16);
}

} // namespace quoin::text
