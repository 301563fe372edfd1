#pragma once
// One font file: read when first used, then immutable. Hides HarfBuzz's faces and answers what the line breaker asks of a
// font: coverage, features, bearings. All distances are in font units.

#include "base/file_system.hpp"
#include "page/page_list.hpp"
#include "text/font_table.hpp"

#include <atomic>
#include <cstdint>
#include <hb.h>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace quoin::text {

class Face {
  public:
    Face(page::FontId, FaceEntry, std::string family, FamilyKind, std::string package, FileSystem const&);
    ~Face();
    Face(Face const&) = delete;
    Face& operator=(Face const&) = delete;

    /// Reads the file when that has not happened yet. False when there is no such file or it is no font.
    [[nodiscard]] bool usable() const;
    /// Whether somebody has asked for the file; then problems are worth telling.
    [[nodiscard]] bool was_asked_for() const { return asked_.load(std::memory_order_acquire); }

    // all below: only when usable()
    [[nodiscard]] bool covers(char32_t) const;
    [[nodiscard]] bool covers_ascii() const { return covers_ascii_; }
    [[nodiscard]] hb_font_t* font() const { return font_; }
    [[nodiscard]] std::int32_t units_per_em() const { return units_per_em_; }
    [[nodiscard]] bool has_feature(hb_tag_t) const;
    [[nodiscard]] std::uint32_t glyph_of(char32_t) const;
    [[nodiscard]] std::int32_t advance_of(std::uint32_t glyph) const;
    /// How much wider a glyph's side bearing is than that of straight letters (n, H); what may hang without being seen.
    [[nodiscard]] std::int32_t spare_left(std::uint32_t glyph) const;
    [[nodiscard]] std::int32_t spare_right(std::uint32_t glyph) const;
    [[nodiscard]] bool embedding_forbidden() const { return embedding_forbidden_; }

    [[nodiscard]] page::FontFile const& file() const { return file_; }
    [[nodiscard]] page::FontId id() const { return id_; }
    [[nodiscard]] FaceEntry const& entry() const { return entry_; }
    [[nodiscard]] FamilyKind kind() const { return kind_; }
    [[nodiscard]] std::string const& package() const { return package_; }
    /// Noted by the shaper, told once by FontBook::problems().
    mutable std::atomic<bool> small_capitals_refused{false};

  private:
    struct Bearings {
        std::int32_t left = 0, right = 0;
    };
    void read() const;
    void read_tables() const;
    void read_straight_bearings() const;
    [[nodiscard]] Bearings bearings(std::uint32_t glyph) const;

    page::FontId id_;
    FaceEntry entry_;
    FamilyKind kind_;
    std::string package_;
    FileSystem const* files_;

    // filled once by read()
    mutable std::once_flag once_;
    mutable std::atomic<bool> asked_{false};
    mutable bool usable_ = false;
    mutable bool covers_ascii_ = false;
    mutable bool embedding_forbidden_ = false;
    mutable std::int32_t units_per_em_ = 1000;
    mutable page::FontFile file_;
    mutable hb_font_t* font_ = nullptr;
    mutable std::vector<std::uint64_t> coverage_; // bit per code point
    mutable std::vector<hb_tag_t> features_;      // sorted
    mutable Bearings straight_;
    mutable std::unique_ptr<std::atomic<std::uint64_t>[]> spare_; // per glyph: known flag, left, right
    mutable std::uint32_t glyph_count_ = 0;
};

} // namespace quoin::text
