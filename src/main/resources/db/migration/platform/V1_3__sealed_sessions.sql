-- What sessions remember is sealed from now on (docs/adr/0070): everybody signs in anew once.
DELETE FROM platform.session;
