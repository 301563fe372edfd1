#include "pdf/spot_space.hpp"

namespace quoin::pdf {

Object spot_space(QPDF& file, page::Ink const& ink) {
    auto full = Object::newArray();
    for (auto const amount : ink.cmyk) full.appendItem(fixed(amount, 3));
    auto const none = array({integer(0), integer(0), integer(0), integer(0)});
    auto const tint = file.makeIndirectObject(dictionary({{"/FunctionType", integer(2)},
                                                          {"/Domain", array({integer(0), integer(1)})},
                                                          {"/C0", none},
                                                          {"/C1", full},
                                                          {"/N", integer(1)}}));
    return file.makeIndirectObject(array({name("/Separation"), name('/' + ink.spot), name("/DeviceCMYK"), tint}));
}

} // namespace quoin::pdf
