/// A file, read from front to back.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ent::interop {

/// Throws Exception (unavailable, import.unreadable) where the file cannot be opened or read.
class Source {
 public:
  static constexpr std::size_t piece_size = 256 * 1024;

  explicit Source(const std::string& path, std::size_t piece = piece_size);

  /// The next piece, valid until the next call; the last one is shorter, and may be empty.
  std::string_view next();
  /// Whether the last piece has been given.
  bool ended() const noexcept { return ended_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
  std::vector<char> buffer_;
  bool ended_ = false;
};

}  // namespace ent::interop
