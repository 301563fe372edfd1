// Fitting to a page count: paragraphs a line shorter where that saves a page, then optional inserts left out. What saves the
// most for the least is taken first, and no more of it than is needed.

#include "layout/paginate_pass.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace quoin::layout {

namespace {

/// Costs of a line, from what hardly shows to all that the paragraphs allow.
constexpr std::array<Cost, 5> tightness_steps{100, 300, 1000, 3000, 10'000};
/// Of a signature, so many parts at most are saved; else blank pages are better than a text that is tight everywhere.
constexpr int saved_part_of_signature = 4;
/// A last page with a fourth of its lines or fewer is worth a word, when shortening the text would save a sheet.
constexpr int little_of_page = 4;
constexpr int passes_more_than_needed = 8;
constexpr std::size_t inserts_tried_one_by_one = 12;

/// A galley that gives up a page when each of its lines costs so much.
struct Offer {
    std::uint32_t galley = 0;
    Cost tightness = 0;
    int last_lines = 0; // what stands on its last page
};

/// Lines on the last page of each galley, floats counted in.
std::vector<int> last_page_lines(Pass const& pass) {
    std::vector<int> lines(pass.galleys.size(), 0);
    for (auto const& page : pass.pages) {
        for (auto const& region : page.regions) {
            if (!region.ends) continue;
            int sum = 0;
            for (auto const& one : region.floats) sum += one.lines;
            for (auto const& column : region.columns) {
                sum += column.text_lines;
                for (auto const& one : column.floats) sum += one.lines;
            }
            lines[region.galley] = sum;
        }
    }
    return lines;
}

/// How many lines fewer the paragraphs can be set in than they like.
int lines_to_save(Flow const& flow) {
    int sum = 0;
    for (auto const& element : flow.elements) {
        auto fewest = std::numeric_limits<std::uint32_t>::max();
        auto liked = fewest;
        for (std::uint32_t which = 0; which < element.variant_count; ++which) {
            auto const& variant = flow.variants[element.first_variant + which];
            fewest = std::min(fewest, variant.line_count);
            if (variant.cost == 0) liked = std::min(liked, variant.line_count);
        }
        if (liked > fewest && liked != std::numeric_limits<std::uint32_t>::max())
            sum += static_cast<int>(liked - fewest);
    }
    return sum;
}

class PageCountFitter {
  public:
    PageCountFitter(Composition const& composition, PaginationSettings const& settings, Pass& pass)
        : composition_(composition), settings_(settings), pass_(pass) {}

    PageCountFit run() {
        fit_.count = page_count(pass_.pages.size(), settings_);
        fit_.wanted = goal();
        if (fit_.wanted == 0) return fit_;
        find_nearest();
        Freedoms freedoms;
        fit_.is_reached = tighten(freedoms, pass_) || (settings_.may_leave_out && leave_out(freedoms));
        if (!fit_.is_reached) {
            bool const is_little = fit_.nearest_lines > 0 && fit_.nearest_lines * little_of_page <= page_lines();
            fit_.is_near = is_little || settings_.print.page.least_grid > Length::zero() || !optional_inserts().empty();
            return fit_;
        }
        for (std::uint32_t galley = 0; galley < freedoms.tightness.size(); ++galley) {
            if (freedoms.tightness[galley] > 0) fit_.tightened.push_back(galley);
        }
        fit_.left_out = freedoms.left_out;
        return fit_;
    }

  private:
    [[nodiscard]] int page_lines() const { return text_lines(settings_.print.page); }

    /// The count to reach, or 0 when there is nothing to do.
    [[nodiscard]] int goal() const {
        auto const& wanted = settings_.print.pages;
        if (wanted.exact > 0) return wanted.exact < fit_.count ? wanted.exact : 0;
        int const over = wanted.multiple > 1 ? fit_.count % wanted.multiple : 0;
        bool const is_little = over > 0 && over * saved_part_of_signature <= wanted.multiple;
        return is_little && fit_.count > over ? fit_.count - over : 0;
    }

    [[nodiscard]] bool is_reached(Pass const& pass) const {
        return page_count(pass.pages.size(), settings_) <= fit_.wanted;
    }

    void find_nearest() {
        auto const lines = last_page_lines(pass_);
        for (std::uint32_t number = 0; number < lines.size(); ++number) {
            if (pass_.galleys[number].pages < 2 || lines[number] == 0) continue;
            if (fit_.nearest_lines > 0 && lines[number] >= fit_.nearest_lines) continue;
            fit_.nearest = number;
            fit_.nearest_lines = lines[number];
        }
    }

    /// The least tightness at which a galley alone has a page fewer, its rules kept as well as before.
    [[nodiscard]] std::optional<Cost> tightness_that_saves(PlannedGalley const& galley, Cost known) const {
        for (auto const step : tightness_steps) {
            if (step <= known) continue;
            auto search = settings_.search;
            search.tightness = step;
            auto const plan = plan_galley(galley.flow, galley.room, search);
            if (plan.pages.size() < galley.pages && plan.relaxation <= galley.relaxation) return step;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::vector<Offer> offers(Pass const& pass, Freedoms const& freedoms) const {
        std::vector<Offer> found;
        auto const lines = last_page_lines(pass);
        for (std::uint32_t number = 0; number < pass.galleys.size(); ++number) {
            auto const& galley = pass.galleys[number];
            if (galley.pages < 2 || lines_to_save(galley.flow) < lines[number]) continue;
            Cost const known = number < freedoms.tightness.size() ? freedoms.tightness[number] : 0;
            if (auto const tightness = tightness_that_saves(galley, known))
                found.push_back({number, *tightness, lines[number]});
        }
        std::stable_sort(found.begin(), found.end(), [](Offer const& a, Offer const& b) {
            return std::pair(a.tightness, a.last_lines) < std::pair(b.tightness, b.last_lines);
        });
        return found;
    }

    /// Sets galleys tighter, one after the other, as long as each saves a page of the whole.
    bool tighten(Freedoms& freedoms, Pass& pass) const {
        int const count = page_count(pass.pages.size(), settings_);
        int passes = (count - fit_.wanted) * 2 + passes_more_than_needed;
        for (bool is_better = true; is_better && !is_reached(pass);) {
            is_better = false;
            for (auto const& offer : offers(pass, freedoms)) {
                if (is_reached(pass) || passes-- <= 0) break;
                auto trial = freedoms;
                trial.tightness.resize(composition_.galleys.size(), 0);
                trial.tightness[offer.galley] = offer.tightness;
                auto made = paginate_once(composition_, settings_, trial);
                if (made.pages.size() >= pass.pages.size()) continue; // a blank page took its place
                freedoms = std::move(trial);
                pass = std::move(made);
                is_better = true;
            }
        }
        return is_reached(pass);
    }

    /// Serials of the inserts that may be left out. One that calls a note stays: the note would be lost with it.
    [[nodiscard]] std::vector<std::uint32_t> optional_inserts() const {
        std::vector<std::uint32_t> serials, kept;
        for (auto const& galley : composition_.galleys) {
            for (auto const& one : galley.floats) {
                if (!one.optional) continue;
                auto& to = one.box.notes.empty() ? serials : kept;
                if (std::find(to.begin(), to.end(), one.serial) == to.end()) to.push_back(one.serial);
            }
        }
        std::erase_if(serials, [&](auto serial) { return std::find(kept.begin(), kept.end(), serial) != kept.end(); });
        return serials;
    }

    bool reaches(Freedoms& freedoms, Pass& pass) const {
        pass = paginate_once(composition_, settings_, freedoms);
        return is_reached(pass) || tighten(freedoms, pass);
    }

    /// All optional inserts are left out; if that is enough, each one that need not be comes back.
    bool leave_out(Freedoms& freedoms) {
        Freedoms least;
        least.left_out = optional_inserts();
        Pass made;
        if (least.left_out.empty() || !reaches(least, made)) return false;
        auto const tried = least.left_out;
        for (std::size_t index = 0; index < std::min(tried.size(), inserts_tried_one_by_one); ++index) {
            Freedoms fewer;
            fewer.left_out = least.left_out;
            std::erase(fewer.left_out, tried[index]);
            Pass other;
            if (!reaches(fewer, other)) continue;
            least = std::move(fewer);
            made = std::move(other);
        }
        freedoms = std::move(least);
        pass_ = std::move(made);
        return true;
    }

    Composition const& composition_;
    PaginationSettings const& settings_;
    Pass& pass_;
    PageCountFit fit_;
};

} // namespace

int page_count(std::size_t pages, PaginationSettings const& settings) {
    return static_cast<int>(pages) + (settings.cover_in_pages ? 2 : 0);
}

int wanted_count(int count, style::PageCount const& wanted) {
    if (wanted.exact > 0) return wanted.exact;
    if (wanted.multiple <= 1) return count;
    return (count + wanted.multiple - 1) / wanted.multiple * wanted.multiple;
}

PageCountFit fit_page_count(Composition const& composition, PaginationSettings const& settings, Pass& pass) {
    return PageCountFitter(composition, settings, pass).run();
}

} // namespace quoin::layout
