import { describe, expect, it } from 'vitest';
import { checkStep, furthestStep, mayOpen } from './check-step';
import { emptyDraft, toInput, toRequest, wizardSteps, type BrandStart, type Draft, type FormStep } from './draft';

const start: BrandStart = {
  ...{ brandColour: '#14663a', neutralTint: 'strong', radius: 'large', font: 'nunito-sans', theme: 'dark' },
  ...{ signInLayout: 'split', emailHeader: 'band' },
};

function filled(): Draft {
  const draft = emptyDraft('basic', start);
  return {
    ...draft,
    visited: ['organisation', 'plan', 'address', 'branding', 'features', 'admin'],
    organisation: { ...draft.organisation, name: 'Brightwater' },
    address: { slug: 'brightwater' },
    admin: { name: '', email: 'maya@brightwater.example' },
  };
}

const problemsOf = (draft: Draft): Record<string, unknown> =>
  Object.fromEntries(
    wizardSteps
      .filter((step): step is FormStep => step !== 'review')
      .map((step): [string, unknown] => [step, checkStep(draft, step)])
      .filter(([, problems]) => Object.keys(problems as object).length > 0),
  );

describe('a draft', () => {
  it('asks at first only for what nobody can guess', () => {
    expect(problemsOf(emptyDraft('basic', start))).toEqual({
      organisation: { name: 'required' },
      address: { slug: 'required' },
      branding: { displayName: 'required' },
      admin: { email: 'required' },
    });
  });

  it('is in order once these are given', () => {
    expect(problemsOf(filled())).toEqual({});
    expect(furthestStep(filled())).toBe('review');
  });

  it('lets the portal take the organisation’s name until another is typed', () => {
    expect(toInput(filled()).branding.displayName).toBe('Brightwater');
    const renamed = { ...filled(), branding: { ...filled().branding, displayName: 'Bright' } };
    expect(toInput(renamed).branding.displayName).toBe('Bright');
  });

  it('shows the look of tenants without a brand, and sends it only once something was chosen', () => {
    expect(toInput(filled()).branding).toMatchObject({ brandColour: '#14663a', signInLayout: 'split' });
    expect(toRequest(filled())).not.toHaveProperty('branding');
    const chosen = { ...filled(), branding: { ...filled().branding, brandColour: '#aa1133', own: true } };
    expect(toRequest(chosen).branding).toMatchObject({
      brandColour: '#aa1133',
      displayName: 'Brightwater',
      radius: 'large',
    });
  });

  it('sends no empty strings for what was left out', () => {
    const { organisation, admin, branding } = toInput(filled());
    expect([organisation.industry, admin.name, branding.logo]).toEqual([undefined, undefined, undefined]);
  });

  it('opens no step behind one that is not in order', () => {
    const broken = { ...filled(), address: { slug: 'a' } };
    expect(furthestStep(broken)).toBe('address');
    expect(wizardSteps.filter((step) => mayOpen(broken, step))).toEqual(['organisation', 'plan', 'address']);
  });

  it('opens no step that was never reached', () => {
    expect(furthestStep({ ...filled(), visited: ['organisation'] })).toBe('plan');
  });
});
