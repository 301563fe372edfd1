#include "layout/document_fit.hpp"

#include "layout/insert_box.hpp"
#include "layout/page_labels.hpp"

#include <algorithm>
#include <optional>

namespace quoin::layout {

namespace {

/// Between the layout's grid and its narrowest or widest one.
constexpr int grid_steps = 16;
/// Each try composes the whole document.
constexpr std::size_t inserts_tried = 8;

using Sizes = std::map<std::uint32_t, std::string>;

/// Composes and paginates until what is printed about pages is true of them.
Settled settle(Request const& request, bool may_leave_out, Pool& pool) {
    ComposerCache cache;
    PaginationSettings const settings{request.layout.print, request.cover_in_pages, {}, may_leave_out};
    Settled result;
    auto const round = [&](PageNumbers const& told) -> std::optional<PageNumbers> {
        result.composition = compose_document(request, told, cache, pool);
        result.pagination = paginate(result.composition, settings);
        result.labels = page_labels(result.composition, result.pagination, request.cover_in_pages ? 1 : 0);
        if (!result.composition.tells_page_numbers) return std::nullopt;
        return page_numbers(result.composition, result.pagination, result.labels);
    };
    settle_numbers(round, result.unstable);
    return result;
}

/// An insert that may have several sizes, by the room they take.
struct Resizable {
    std::uint32_t serial = 0;
    std::string own;
    std::vector<std::string> smaller, larger; // the smallest and the largest one first
};

std::vector<Resizable> resizable_inserts(Composition const& composition, style::Print const& print) {
    std::vector<Resizable> found;
    for (auto const& galley : composition.galleys) {
        for (auto const& one : galley.floats) {
            bool const is_known = !found.empty() && found.back().serial == one.serial; // an insert over two pages
            if (one.other_sizes.empty() || is_known) continue;
            Resizable insert{one.serial, one.size, {}, {}};
            auto const rank = [&](std::string const& size) { return insert_size_rank(print, size); };
            for (auto const& size : one.other_sizes) {
                if (rank(size) < rank(one.size)) insert.smaller.push_back(size);
                if (rank(size) > rank(one.size)) insert.larger.push_back(size);
            }
            std::stable_sort(insert.smaller.begin(), insert.smaller.end(),
                             [&](auto const& a, auto const& b) { return rank(a) < rank(b); });
            std::stable_sort(insert.larger.begin(), insert.larger.end(),
                             [&](auto const& a, auto const& b) { return rank(a) > rank(b); });
            found.push_back(std::move(insert));
        }
    }
    return found;
}

class DocumentFitter {
  public:
    DocumentFitter(Request const& request, Pool& pool) : request_(request), pool_(pool) {}

    Fitted run() {
        Fitted best = attempt({}, {}, true);
        auto const& pages = request_.layout.print.pages;
        if (pages.exact <= 0 && pages.multiple <= 1) return best;
        auto const asked = best.settled.pagination.fit;
        bool const is_exceeded = asked.wanted > 0 && !asked.is_reached;
        if (is_exceeded || !asked.left_out.empty()) {
            if (auto smaller = with_smaller_inserts(best, is_exceeded)) return told(std::move(*smaller), asked);
        }
        if (is_exceeded) {
            auto narrower = on_other_grid(best, request_.layout.print.page.least_grid, asked.wanted);
            if (narrower) return told(std::move(*narrower), asked);
        }
        fill_blank_pages(best);
        return best;
    }

  private:
    [[nodiscard]] Fitted attempt(Length grid, Sizes sizes, bool may_leave_out) const {
        Fitted made{request_.layout, std::move(sizes), {}};
        if (grid > Length::zero()) made.layout.print.page.grid = grid;
        Request const changed{request_.document,       made.layout,      request_.fonts, request_.files,
                              request_.cover_in_pages, made.insert_sizes};
        made.settled = settle(changed, may_leave_out, pool_);
        auto& fit = made.settled.pagination.fit;
        fit.grid = grid;
        for (auto const& [serial, size] : made.insert_sizes) fit.resized.push_back(serial);
        return made;
    }

    static bool is_enough(Fitted const& made, int wanted) {
        auto const& pagination = made.settled.pagination;
        return pagination.wished_pages == 0 && pagination.fit.filled_to <= wanted;
    }

    /// The freedoms beyond those of the paginator reached what it could not.
    static Fitted told(Fitted made, PageCountFit const& asked) {
        auto& fit = made.settled.pagination.fit;
        fit.count = asked.count;
        fit.wanted = asked.wanted;
        fit.is_reached = true;
        return made;
    }

    /// All inserts that may be smaller are as small as they may be; if that is enough, each one that need not be is itself
    /// again. Optional ones are left out only when it is not.
    [[nodiscard]] std::optional<Fitted> with_smaller_inserts(Fitted const& liked, bool is_exceeded) const {
        int const wanted = liked.settled.pagination.fit.wanted;
        Sizes smallest;
        for (auto const& insert : resizable_inserts(liked.settled.composition, request_.layout.print)) {
            if (!insert.smaller.empty()) smallest[insert.serial] = insert.smaller.front();
        }
        if (smallest.empty()) return std::nullopt;
        for (bool const may_leave_out : {false, true}) {
            if (may_leave_out && !is_exceeded) break;
            auto best = attempt({}, smallest, may_leave_out);
            if (!is_enough(best, wanted)) continue;
            std::size_t tries = 0;
            for (auto const& [serial, size] : smallest) {
                if (tries++ == inserts_tried) break;
                auto fewer = best.insert_sizes;
                fewer.erase(serial);
                auto other = attempt({}, std::move(fewer), may_leave_out);
                if (is_enough(other, wanted)) best = std::move(other);
            }
            return best;
        }
        return std::nullopt;
    }

    /// The grid next to the layout's, between it and `limit`, that is enough: the widest of narrower ones. Of wider ones the
    /// widest that still has no more pages.
    [[nodiscard]] std::optional<Fitted> on_other_grid(Fitted const& liked, Length limit, int wanted) const {
        auto const own = request_.layout.print.page.grid;
        if (limit <= Length::zero() || limit == own) return std::nullopt;
        bool const is_narrower = limit < own;
        auto const at = [&](int step) {
            return attempt(own + (limit - own) * step / grid_steps, liked.insert_sizes, true);
        };
        auto best = at(is_narrower ? grid_steps : 1);
        if (!is_enough(best, wanted)) return std::nullopt;
        int low = 1, high = grid_steps; // the first narrower step that is enough, or the last wider one
        while (low < high) {
            int const middle = is_narrower ? low + (high - low) / 2 : high - (high - low) / 2;
            auto made = at(middle);
            bool const fits = is_enough(made, wanted);
            if (fits) best = std::move(made);
            if (is_narrower)
                (fits ? high : low) = fits ? middle : middle + 1;
            else
                (fits ? low : high) = fits ? middle : middle - 1;
        }
        return best;
    }

    static int blank_pages(Fitted const& made) {
        auto const& fit = made.settled.pagination.fit;
        return fit.filled_to - fit.text_pages;
    }

    /// Pages that would be blank: larger inserts, then, for an exact number, a wider grid.
    void fill_blank_pages(Fitted& best) const {
        auto const liked = best.settled.pagination.fit;
        if (best.settled.pagination.wished_pages > 0) return;
        auto const inserts = resizable_inserts(best.settled.composition, request_.layout.print);
        std::size_t tries = 0;
        for (auto const& insert : inserts) {
            for (auto const& size : insert.larger) {
                if (blank_pages(best) == 0 || tries++ == inserts_tried) break;
                auto sizes = best.insert_sizes;
                sizes[insert.serial] = size;
                take_if_fuller(best, attempt({}, std::move(sizes), true), liked);
            }
        }
        auto const& page = request_.layout.print.page;
        if (blank_pages(best) == 0 || request_.layout.print.pages.exact == 0 || page.most_grid <= page.grid) return;
        if (auto wider = on_other_grid(best, page.most_grid, liked.filled_to))
            take_if_fuller(best, std::move(*wider), liked);
    }

    static void take_if_fuller(Fitted& best, Fitted made, PageCountFit const& liked) {
        if (!is_enough(made, liked.filled_to) || blank_pages(made) >= blank_pages(best)) return;
        best = std::move(made);
        auto& fit = best.settled.pagination.fit;
        fit.count = liked.text_pages;
        fit.wanted = fit.text_pages;
        fit.is_reached = true;
    }

    Request const& request_;
    Pool& pool_;
};

} // namespace

Fitted settle_document(Request const& request, Pool& pool) { return DocumentFitter(request, pool).run(); }

} // namespace quoin::layout
