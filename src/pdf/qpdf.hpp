#pragma once
// libqpdf's objects and writer. Every file here that uses qpdf includes this header and none of qpdf's own before it.

// clang 14 with libstdc++ 12 in C++20 does not compile qpdf 11's JSON.hh (a defaulted destructor of a vector of the
// class being defined). qpdf's other headers only name the class in declarations, and nothing here asks for JSON.
#if defined(__clang__) && __clang_major__ < 15 && !defined(JSON_HH)
#define JSON_HH
class JSON;
#endif

#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
