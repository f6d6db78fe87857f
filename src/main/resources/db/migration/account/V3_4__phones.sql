-- One phone behind many accounts is a pattern to look at.
CREATE INDEX account_by_phone ON account.account (phone) WHERE confirmed_at IS NOT NULL;
