// A person gets a passport appointment and is served at a counter, on each kind of device and in each language.
import { PHONE } from '../lib/browser.mjs';
import { journey } from '../lib/journey.mjs';
import { mainJob } from '../lib/mainJob.mjs';

journey('the main job, on a phone, in Indonesian, its pages judged at a desk too', person =>
  mainJob(person, { viewport: PHONE, language: 'id', alsoWide: true }));

journey('the main job, on a phone, in English, its pages judged at a desk too', person =>
  mainJob(applicantAtADeskToo(person), { viewport: PHONE, language: 'en' }));

journey('the main job, on a phone without scripts', person =>
  mainJob(person, { viewport: PHONE, language: 'id', javaScript: false }));

function applicantAtADeskToo(person) {
  return (name, options) => person(name, { alsoWide: name === 'applicant', ...options });
}
