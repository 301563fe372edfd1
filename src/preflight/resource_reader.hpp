#pragma once
// Resource dictionaries into Resources; fonts, pictures and forms into one list of the file, each read once.

#include "preflight/qpdf.hpp"
#include "preflight/resources.hpp"

#include <map>

namespace quoin::preflight {

class ResourceReader {
  public:
    explicit ResourceReader(PdfFacts& facts) : facts_(facts) {}

    std::shared_ptr<Resources const> read(QPDFObjectHandle dictionary, int depth = 0);

  private:
    using Id = std::pair<int, int>;

    std::shared_ptr<FontReading const> font(QPDFObjectHandle const&);
    External external(QPDFObjectHandle, int depth);
    std::size_t image(QPDFObjectHandle);
    static StateChange state(QPDFObjectHandle);
    ColourSpace const& space(QPDFObjectHandle const&);

    PdfFacts& facts_;
    std::map<Id, std::shared_ptr<FontReading const>> fonts_;
    std::map<Id, External> externals_;
    std::map<Id, StateChange> states_;
    std::map<Id, ColourSpace> spaces_;
    ColourSpace direct_;
};

ColourSpace read_space(QPDFObjectHandle const&);

} // namespace quoin::preflight
