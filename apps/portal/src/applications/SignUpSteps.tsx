import { useText } from '../language/language.js';
import { Steps } from '../ui/progress.js';
import { formText } from './form.text.js';
import { pageOf, signUpPages } from './form-steps.js';

/** Where one is in 《报名登记表》. */
export function SignUpSteps({ at }: { readonly at: number }) {
  const t = useText(formText);
  return <Steps steps={signUpPages.map((page) => ({ name: t[page], to: pageOf(page) }))} at={at} />;
}
