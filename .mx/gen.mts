export function rng(seed:number){return ()=>{seed|=0;seed=seed+0x6D2B79F5|0;let t=Math.imul(seed^seed>>>15,1|seed);t=t+Math.imul(t^t>>>7,61|t)^t;return((t^t>>>14)>>>0)/4294967296}}
export function gen(P:number,J:number,n:number,o:{apart?:number,bg?:boolean,themes?:number,slackf?:number,conf?:number}={}){
  const r=rng(7);const T=o.themes??12;const f=o.slackf??0.2;
  const pick=(k:number)=>{const s=new Set<string>();while(s.size<k)s.add('t'+Math.floor(r()*T));return [...s]};
  const avg=P*n/J;
  const proposals=Array.from({length:P},(_,i)=>({id:'p'+i,organisation:'o'+Math.floor(r()*40),themes:pick(1+Math.floor(r()*3))}));
  const jurors=Array.from({length:J},(_,j)=>({id:'j'+j,organisations:['o'+Math.floor(r()*40)],expertise:pick(1+Math.floor(r()*4)),available:true,load:[Math.floor(avg*(1-f)),Math.ceil(avg*(1+f))] as [number,number],...(o.bg?{background:'b'+Math.floor(r()*5)}:{})}));
  const conflicts:[string,string][]=[];for(const p of proposals)for(const j of jurors)if(r()<(o.conf??0.03))conflicts.push([j.id,p.id]);
  const apart:[string,string][]=[];for(let k=0;k<(o.apart??0);k++){const a=Math.floor(r()*J),b=Math.floor(r()*J);if(a!==b)apart.push(['j'+a,'j'+b])}
  return {proposals,jurors,conflicts,apart,readersPerProposal:n};
}
