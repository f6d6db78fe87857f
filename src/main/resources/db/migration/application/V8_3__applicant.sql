-- What the applicant is called, as the form says: the life of an application needs it without the form.
ALTER TABLE application.application ADD COLUMN applicant text NOT NULL DEFAULT '';
UPDATE application.application
   SET applicant = coalesce(given.answers ->> 'fullName', '')
  FROM application.answers given
 WHERE given.application = application.application.id AND given.section = 'IDENTITY' AND given.answers IS NOT NULL;
ALTER TABLE application.application ALTER COLUMN applicant DROP DEFAULT;
