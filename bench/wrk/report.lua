-- Says what was measured in one line that is easy to read back.
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("measured requests=%d micros=%d p50=%d p99=%d refused=%d broken=%d\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
