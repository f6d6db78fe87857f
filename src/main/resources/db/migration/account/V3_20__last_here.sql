-- When somebody last signed in, by the day: an account nobody uses any more is not kept for ever.
ALTER TABLE account.account ADD COLUMN last_here_at timestamptz;
