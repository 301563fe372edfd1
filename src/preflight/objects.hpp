#pragma once
// Careful ways to look into objects of a file that may hold anything: a wrong type is an empty value, never an exception.

#include "preflight/qpdf.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quoin::preflight {

bool is_name(QPDFObjectHandle, std::string_view name_with_slash);
/// Without its slash; empty when it is none.
std::string name_of(QPDFObjectHandle);
double number_or(QPDFObjectHandle, double otherwise);
std::vector<QPDFObjectHandle> items(QPDFObjectHandle);
/// Of a dictionary or a stream's dictionary; null otherwise.
QPDFObjectHandle key(QPDFObjectHandle, std::string const& name_with_slash);
/// The bytes behind all filters that are no picture's; empty when they cannot be undone.
std::string stream_text(QPDFObjectHandle stream);
/// A string as UTF-8.
std::string text_of(QPDFObjectHandle);

} // namespace quoin::preflight
