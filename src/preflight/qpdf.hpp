#pragma once
// libqpdf's reader. Every file here that uses qpdf includes this header and none of qpdf's own before it.

// clang 14 with libstdc++ 12 in C++20 does not compile qpdf 11's JSON.hh, which its other headers only name.
#if defined(__clang__) && __clang_major__ < 15 && !defined(JSON_HH)
#define JSON_HH
class JSON;
#endif

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
