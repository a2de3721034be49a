#include "interop/source.hpp"

#include "base/error.hpp"

namespace ent::interop {
namespace {

[[noreturn]] void fail() { throw Exception(base::fail(Errc::unavailable, "import.unreadable")); }

}  // namespace

Source::Source(const std::string& path, std::size_t piece) : file_(std::fopen(path.c_str(), "rb")), buffer_(piece) {
  if (!file_) fail();
}

std::string_view Source::next() {
  const std::size_t size = std::fread(buffer_.data(), 1, buffer_.size(), file_.get());
  if (std::ferror(file_.get()) != 0) fail();
  ended_ = size < buffer_.size();
  return {buffer_.data(), size};
}

}  // namespace ent::interop
