-- A posting refers to its entry, and PostgreSQL looks that up in the name of whoever owns the entries, which takes their
-- right to update. Without it an owner that is no superuser could book nothing. The trigger refuses the update all the same.
GRANT UPDATE ON treasury.entry TO CURRENT_USER;
