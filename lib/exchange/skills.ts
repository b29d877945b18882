import { fold } from './text';

/** Skills under one name, whatever the site's word for them. */
const SKILLS: [RegExp, string][] = [
  [/^(data ?engineer\w*|dataengineering)$/, 'Data engineering'],
  [/^(data ?scien\w*|data ?science|data|web des donnees)$/, 'Data science'],
  [/^(datavisuali[sz]ation|dataviz)$/, 'Datavisualisation'],
  [/^(dev|web|webdev|devops|developpe?\w*|full ?stack|front ?end|back ?end)$/, 'Développement'],
  [/^(design\w*( .*)?|ux|ui|ux ui|ux design|ergonom\w+|designer de services ux)$/, 'Design'],
  [/^(geo|geomati\w+|sig)$/, 'Géomatique'],
  [/^(juriste|juridique|droit|legal)$/, 'Droit'],
  [/^accessibilite$/, 'Accessibilité'],
  [/^(accompagnement|coaching)$/, 'Accompagnement'],
  [/^direction de produit$/, 'Direction de produit'],
  [/^direction de l impact$/, 'Direction de l’impact'],
  [/^direction des operations$/, 'Direction des opérations'],
  [/^direction technique$/, 'Direction technique'],
];

/** Not skills: said of people beside them. */
const OTHER = /^(mentor\w*|eig|dig|tout|porteu\w+.*|sponsor|19\d\d|20\d\d|all)$/;

/** « Développement / Datascience », « Design & Développement », `dev` → names; what is not known is handed back. */
export function readSkills(values: readonly string[]): { skills: string[]; unknown: string[] } {
  const skills = new Set<string>();
  const unknown: string[] = [];
  for (const word of values.flatMap((value) => value.split(/\s*[,&/|+]\s*|\s+et\s+/))) {
    const key = fold(word);
    if (!key || OTHER.test(key)) continue;
    const skill = SKILLS.find(([pattern]) => pattern.test(key))?.[1];
    if (skill) skills.add(skill);
    else unknown.push(word);
  }
  return { skills: [...skills], unknown };
}
