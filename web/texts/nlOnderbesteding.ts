/** Dutch of money that kernen did not use, and moving it. */
export const nlOnderbesteding = {
  titel: 'Onderbesteding',
  inleiding:
    'Zie per kern wat op de peildatum is vastgelegd. Geef ongebruikt geld aan kernen die nog plannen hebben.',
  peildatum: 'Peildatum',
  peildatumHulp: 'Alles wat tot en met deze dag is geboekt, telt mee.',
  tabel: (datum: string) => `Stand op ${datum}`,
  budget: 'Budget',
  vastgelegd: 'Vastgelegd',
  vrij: 'Vrij',
  vrijPct: 'Vrij in %',
  aanvraag: 'Open aanvragen',
  aanvraagVan: (kern: string) => `Open aanvragen van ${kern}`,
  inleg: 'Geeft af',
  extra: 'Krijgt erbij',
  leeg: (datum: string) => `Op ${datum} had nog geen kern budget. Kies een latere peildatum.`,
  vandaag: 'Kies vandaag',
  nietsVrij: 'Vul in wat kernen nog vragen. U ziet dan wie geld krijgt en waar het vandaan komt.',
  uitlegTitel: 'Hoe werkt het?',
  uitleg:
    'Een kern gebruikt eerst het eigen vrije geld. Wat daarna over is, gaat naar kernen die meer vragen dan ze hebben. Is er te weinig? Dan gaat het naar inwoners. Niemand krijgt meer dan gevraagd.',
  pot: (pot: string, samen: string, over: string) =>
    `Er is ${pot} over. Daarvan gaat ${samen} naar andere kernen en ${over} blijft waar het is.`,
  sluit: (inleg: string, extra: string) => `Telt op: ${inleg} afgegeven = ${extra} gekregen.`,
  eenheid: 'Afronden op',
  toelichting: 'Toelichting bij het voorstel',
  stelVoor: 'Stel deze herverdeling voor',
  bezig: 'Het voorstel wordt bewaard…',
  mislukt: 'Het voorstel is niet bewaard',
  klaar: (versie: number) =>
    `Voorstel bewaard als versie ${versie}. Als iemand anders het vaststelt, gaat het geld over.`,
  nietsTeVerdelen:
    'Er is niets te verdelen: vul bij minstens één kern een aanvraag in die hoger is dan het eigen vrije geld.',
  alleenFinancien: 'Alleen financiën kan een herverdeling voorstellen.',
  versies: (jaar: number) => `Herverdelingen van ${jaar}`,
  geeft: (bedrag: string) => `geeft ${bedrag} af`,
  krijgt: (bedrag: string) => `krijgt ${bedrag} erbij`,
  versiesLeeg: 'Er zijn nog geen voorstellen.',
}
