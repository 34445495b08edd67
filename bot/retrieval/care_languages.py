"""How people say in Spanish, German, French and Portuguese that somebody is in danger.

The patterns are read as `care_patterns` says; each language has one frame.
"""

from bot.retrieval.care_slots import Frame

SPANISH = (
    Frame(
        "spanish",
        """
(quiero|quisiera|queria|deseo|ganas de|mejor|voy a|prefiero|prefería|preferiria|ojala) (\\w+ )?(morir|morirme|matarme|suicidarme|desaparecer|quitarme la vida|no existir|no despertar|estar muert[oa]|colgarme|tirarme|acabar con (todo|mi vida))
(me quiero|me voy a|me quisiera|me queria|me intente|intente|pienso en|pensando en|penso en|he pensado en|estoy pensando en) (\\w+ )?(morir|matar|suicidar|matarme|suicidarme|el suicidio|tirarme|colgar|colgarme|quitarme la vida)
se (quiere|quería|queria|va a|intento|ha intentado) (\\w+ )?(matar|suicidar|morir|quitar la vida|colgar|tirar)
(no|ya no|nunca) (\\w+ )?(quiero|quiere|tengo ganas de|deseo|merezco) (\\w+ )?(vivir|seguir( vivo| viva| viviendo| aqui| asi| adelante)?|despertar|estar aqui|existir|estar viv[oa])
(ganas|sentido|razon|razones|motivos?) (\\w+ ){0,3}(de|a|para|en) (\\w+ )?(vivir|la vida|seguir viviendo|seguir vivo|seguir viva|seguir aqui|morir)
(me|se) (\\w+ ){0,3}(tome|tomado|tomo|trague|tragado|tomar|tragar) (\\w+ ){0,3}(todas|todo|todos|muchas|demasiadas|el frasco|la caja|un monton) (\\w+ ){0,4}(pastillas|medicamentos|medicinas|frasco|caja|tabletas|ansioliticos|somniferos)?
(volvi a|vuelto a|empece a|estoy|he empezado a|sigo|me estoy) (cortarme|cortandome|autolesionarme|hacerme dano|cortando|lastimarme|lastimandome)
(me corto|me corte|me autolesiono|me hago dano|me lastimo)(?! (el pelo|el dedo|las unas)\\b)( .*)?$
(mejor|mejores|felices|tranquilos|bien|aliviados) (\\w+ )?(sin mi|si (yo )?no (estuviera|existiera)|si me muero|si desaparezco)( .*)?$
(soy|siendo|solo soy) (\\w+ )?(una carga|un estorbo|una molestia|un peso)( .*)?$
(nadie|a nadie) (me |le |\\w+ )*(extranaria|echaria de menos|echara de menos|importo|importaria|notaria|quiere|va a extranar|extranara)( .*)?$
(ojala|espero|quisiera|deseo) (\\w+ ){0,3}(no|nunca) (me )?(despierte|despertar|despertara|hubiera nacido|haber nacido)
(es|esto es|sea) (una|mi|la) (despedida|ultimo mensaje|adios)( .*)?$
(no me busquen|no me busqueis|adios para siempre|cuando lean esto|cuando leas esto|manana ya no (voy a )?(estar|estare)|ya no estare)
(no puedo|no aguanto|no soporto|ya no puedo|ya no aguanto) (mas|seguir)( asi| de verdad| con (todo|esto|la vida|esta vida|mi vida)| viviendo| no aguanto.*| un dia mas.*| quiero.*)*$
(me|nos) (\\w+ ){0,3}(pega|pego|pegar|pegado|golpear|golpea|golpeo|golpeado|viola|violo|abusa|maltrata|amenaza|estrangulo|ahorco|pegando|golpeando)( .*)?$
(miedo|panico|terror) (\\w+ ){0,3}(volver|ir|llegar|estar) (a|en) (mi )?casa
(carta|nota) de (despedida|suicidio)
(pistola|arma|soga|cuerda|cuchillo) (\\w+ ){0,4}(mano|cuello|cabeza)
(estoy|parado|parada|sentado|sentada) (\\w+ ){0,4}(puente|azotea|cornisa|borde|vias)(?= .*\\b(saltar|tirarme|salto|agua|abajo|facil)\\b)
(amig[oa]|herman[oa]|novi[oa]|hij[oa]|prim[oa]|companer[oa]|madre|padre|el|ella) (\\w+ ){0,8}(quiere morir|suicidar|suicidarse|matarse|quitarse la vida|no contesta (\\w+ ){0,3}despid|se despidio)( .*)?$
(la vida|vivir|nada) (\\w+ ){0,3}(no |ya no )?(vale la pena|tiene sentido|merece la pena)( .*)?$
(odio|detesto) (mi vida|vivir|estar viv[oa]|a mi mismo|a mi misma)
(pensamientos|ideas) suicidas
(terminar|acabar) con (todo|mi vida)
no hay (salida|esperanza)( .*)?$
(nadie) (\\w+ ){0,2}(lloraria|lloraría|vendria|notaria|sufriria) (\\w+ ){0,3}(muero|muera|muriera|falto|desaparezco|fuera)
(estoy|sigo|parad[oa]|ahora) (\\w+ ){0,2}(en|sobre|al borde) (el|del|un|la) (puente|azotea|tejado|viaducto|balcon|vias)(?! (de la ciudad|romano|viejo)\\b)( .*)?$
(mar|rio|tren|muerte) (\\w+ ){0,2}me (llevara|lleve|llame|llama)
(mezcle|he mezclado) (\\w+ ){0,4}(pastillas|alcohol)
(hace|haciendo|se hace|se hizo) cortes (\\w+ ){0,4}(piernas|brazos|munecas|muslos)
(tio|padre|padrastro|profesor|entrenador|primo|hermano|abuelo|jefe) (\\w+ ){0,2}me (toca|toco|viola|obliga)( .*)?$
(he|ya) (elegido|decidido|elegi|decidi) (\\w+ ){0,2}(fecha|dia|morir|como|cuando)( .*)?$
razon(es)? para (seguir|vivir|quedarme|no hacerlo)
(no|ya no) (\\w+ )?(puedo|aguanto|soporto|quiero) (\\w+ )?(mas )?(esta|la|mi) vida( .*)?$
(he |me he |me )?(tomado|tome|tragado|trague|tomo) (\\w+ ){0,3}(muchas|demasiadas|todas|un monton|un frasco) (\\w+ ){0,2}(pastillas|pildoras|medicamentos|tabletas)
(me|se) (\\w+ ){0,2}(quiero|quiere|voy a|va a|pienso|intento|intente|estoy) (\\w+ )?(hacer dano|hacerme dano|lastimar|herir|cortar|matar)(?! (el pelo|las unas|por|cuando|como|de (risa|un susto))\\b)( .*)?$
(despidiendo|despidio|despedirse|despedido) (\\w+ ){0,2}(de|para) (todos|todo|siempre|nosotros|la familia)( .*)?$
(quiere|kiero|qiero|quiero|kisiera) (\\w+ )?(morir|morirme|morirse|matarme|matarse|suicidarme|suicidarse|dejar de (vivir|existir))(?! de (risa|hambre|verguenza|ganas|sueno))( .*)?$
(estoy|esta|soy|es) (\\w+ )?suicid(a|andome|andose)( .*)?$
(sentido|razon|motivo) (\\w+ ){0,3}(vida|vivir|seguir)(?! (segun|para el autor|en el texto)\\b)( .*)?$
(no|sin) (\\w+ ){0,2}(esperanza|salida|futuro)( .*)?$
(mundo|todos|familia|hijos|padres) (\\w+ ){0,3}(mejor|feliz|felices) (\\w+ )?sin mi( .*)?$
(prefiero|preferiria|mejor) (\\w+ )?(estar )?muert[oa]
(hacerme|me hago|hacer me) (\\w+ )?(dano|cortes|heridas)( .*)?$
(regalando|regalo|regalado) (todas )?(mis|sus) cosas( .*)?$
me (van|va|quieren|quiere) (\\w+ )?a? ?(matar|pegar|hacer dano)(?! (si|de|la|por|cuando|como)\\b)( si.*(dejo|voy|cuento|denuncio))?$
(quitarme|quitarse) (\\w+ )?(de en medio|del medio|la vida)
(para|por|a) que (\\w+ )?(seguir|vivir|sigo|vivo|estoy viv[oa])( viviendo| asi| aqui| adelante| luchando)?$
que (sentido|caso) (\\w+ )?(tiene|hay) (\\w+ )?(seguir|vivir|todo|nada|la vida|esto)( .*)?$
(voy a|quiero|pienso|puedo|vaya a) (\\w+ )?(hacerme|hacer me) (algo|dano|algo malo)
(quiero|quisiera|voy a|terminar|pienso) (\\w+ )?(acabar|terminar) (conmigo|con mi vida|con todo|de una vez)
ojala (\\w+ ){0,2}(muera|muriera|muriese|mate|desaparezca|desapareciera|no estuviera|no existiera)
(quitarme|sacarme|arrancarme) la vida
(no|ni) (\\w+ )?(vale|merece) la pena (\\w+ )?(vivir|seguir|continuar|la vida|nada|existir)( .*)?$
(seria|estaria|estarian|fuera) (\\w+ )?(mejor) (\\w+ ){0,2}(no estar|muert[oa]|sin mi|morir|no existir|desaparecer)
(me siento|estoy|soy) (\\w+ )?(un estorbo|inutil|una carga|sin salida|desesperad[oa]|vaci[oa] por dentro|mejor muert[oa])( .*)?$
(no le |no )(\\w+ )?(importo|importa) a nadie( .*)?$
(adios|despedida) (\\w+ ){0,3}(para siempre|a todos|mundo|por todo|los quiero|los amo|perdon)( .*)?$
(me )?(hago|hice|hacerme) cortes
(tengo|compre|con) (\\w+ ){0,3}(soga|pistola|cuchillo|pastillas|navaja)( .*)?(mano|lista|listo|todo|preparad[oa]s?|matarme|hoy|noche)
(tirarme|saltar|lanzarme|arrojarme) (\\w+ )?(del|de|al|a|desde|por) (\\w+ )?(puente|balcon|ventana|vias|tren|azotea|edificio|metro)
(matarme|suicidarme|ahorcarme|colgarme|quitarme la vida|autolesionarme|lastimarme|herirme|hacerme (dano|cortes|algo)|cortarme (las venas|los brazos|las munecas|otra vez|de nuevo))
(dejar de|parar de|volver a|ganas de|empezar a) cortarme( .*)?$
(pienso|pensar|pensando|pense) (\\w+ ){0,2}(en|sobre) (la |mi )?(muerte|suicidio|morir|morirme)( .*)?$
(no|nunca|jamas) (\\w+ )?(haber nacido|hubiera nacido|hubiese nacido)
(ojala|quisiera|desearia|mejor|preferiria|prefiero) (\\w+ ){0,2}(estuviera|estuviese|estar|estaria|estar ya) (\\w+ )?muert[oa]
vida (\\w+ ){0,3}no (\\w+ )?(tiene|vale|merece|sirve)( .*)?$
(hart[oa]|cansad[oa]) (\\w+ )?de (\\w+ )?(vivir|vida|existir|todo|sufrir|seguir)( .*)?$
(dormir|dormirme|acostarme|descansar) (\\w+ ){0,3}(no|nunca|jamas|para siempre|eternamente)( (\\w+ ){0,2}(despertar|despertarme|despierte))?$
(fuerzas|ganas|animo|razones) (\\w+ )?(para|de) (\\w+ )?(seguir viviendo|vivir|seguir|continuar)$
me (violaron|han violado|violo|estan maltratando|maltratan|amenazaron con matarme)
(miedo|temo|asusta) (\\w+ ){0,5}(hacerme|me haga|hacer conmigo)( .*)?$
""",
        unless="instagram facebook whatsapp redes twitter tiktok foto fotos consola aparcamiento parking laberinto desayuno comida doctor medico receta cada risa hambre sueno calor examen pelo pelicula libro novela cancion juego texto estadisticas prevencion terapeutas pacientes clientes madrid barcelona ciudad piso ruido verguenza afeitarme cocinando",
        by_anyone=True,
    ),
)

GERMAN = (
    Frame(
        "german",
        """
(will|wollte|mochte|werde|wunschte|konnte|wurde) (\\w+ ){0,4}(sterben|tot sein|nicht mehr leben|nicht mehr da sein|nicht mehr aufwachen|verschwinden|mich umbringen|mich toten|nicht mehr hier sein|nicht mehr existieren|mir das leben nehmen|mich erhangen|schluss machen mit (dem|meinem) leben)( .*)?$
(bringe?|bring) mich (heute |jetzt |noch )?um( .*)?$
(mich|sich|dich) (\\w+ ){0,3}(umbringen|umzubringen|umgebracht|toten|erhangen|ritzen|erschiessen|selbst verletzen|vor den zug)
(das leben|mir das leben|sich das leben|ihr leben|mein leben) (\\w+ ){0,2}(nehmen|genommen|beenden|zu nehmen)
(schluss|ende|aus) (\\w+ ){0,4}(mit (dem|meinem) leben|machen mit dem leben)
(selbstmord|suizid|suizidal|selbstmordgedanken|suizidgedanken)(?= .*\\b(ich|mein|denke|gedanken|plane|will|freund|meine)\\b)
(ich|habe|hab|denke|bin|plane) (\\w+ ){0,5}(selbstmord|suizid|suizidal|selbstmordgedanken|suizidgedanken)(?! (statistik|referat|pravention)\\b)( .*)?$
(nicht mehr|nie wieder|nie mehr) (\\w+ )?(leben|aufwachen|aufwache|weiterleben|da sein)( .*)?$
(keinen|kein|der|den|welchen|alles) (\\w+ ){0,3}sinn (mehr )?(\\w+ ){0,4}(leben|weiterleben|mehr|am leben|weiter)( .*)?$
(hat|macht) (\\w+ )?(alles |doch )?(keinen|kein) sinn mehr( .*)?$
ohne mich (\\w+ ){0,4}(besser|glucklicher|leichter|besser dran)( .*)?$
(besser|glucklicher|leichter) (\\w+ ){0,3}(ohne mich|wenn ich (weg|tot|nicht mehr))( .*)?$
(niemand|keiner|kein mensch) (\\w+ ){0,3}(mich )?(vermissen|vermisst|merken|liebt mich|braucht mich|wurde mich)( .*)?$
(bin|falle|nur) (\\w+ ){0,3}(eine last|zur last|eine belastung|im weg)( .*)?$
(tabletten|pillen|medikamente|schlaftabletten) (\\w+ ){0,5}(genommen|geschluckt|auf einmal|gesammelt|nehmen)(?= .*|$)
(alle|ganze|viele|packung|schachtel|uberdosis) (\\w+ ){0,3}(tabletten|pillen|medikamente|schlaftabletten|schachtel|packung)(?= .*\\b(genommen|geschluckt|auf einmal|intus|nehmen)\\b)
(ritze|ritz|schneide|verletze|geritzt|geschnitten) (mich|mir)?( \\w+){0,3} ?(wieder|selbst|arme|arm|beine|angefangen)( .*)?$
(ich ritze|ritze mich|verletze mich|selbstverletz)( .*)?$
(das ist|dies ist) (mein|ein|der) (abschied|lebewohl|letzter|letzte nachricht)( .*)?$
(sucht mich nicht|lebt wohl|leb wohl|abschiedsbrief|wenn ihr das lest|bin ich (schon )?(weg|tot|nicht mehr da)|morgen bin ich nicht mehr)
(ich )?(kann|halte|schaffe|ertrage) (\\w+ ){0,4}(nicht mehr|nicht langer)( aus| so weiter| leben)?$
(nicht mehr|keine) (kraft|lust|hoffnung) (\\w+ ){0,3}(zu leben|am leben|weiterzuleben|mehr)( .*)?$
(schlagt|schlug|geschlagen|wurgt|gewurgt|vergewaltigt|missbraucht|bedroht|verprugelt|misshandelt) (\\w+ )?(mich|mir|uns)( .*)?$
(mich|uns) (\\w+ ){0,3}(geschlagen|gewurgt|vergewaltigt|missbraucht|verprugelt|schlagt|bedroht)( .*)?$
(angst|trau mich|traue mich) (\\w+ ){0,4}(nach hause|heim|vor meinem (vater|mann|freund|stiefvater))( .*)?$
(auf|an) (der|einer|dem|den) (brucke|dach|gleise|gleisen|kante|bahnsteigkante|klippe)(?= .*\\b(springen|einfach|runter|ende|schluss|leicht|wasser|zug|hinunter|springe)\\b)
(waffe|pistole|strick|seil|messer) (\\w+ ){0,4}(hand|hals|kopf|gekauft)(?= .*|$)
(freund|freundin|bruder|schwester|mutter|vater|kollege|kollegin|sohn|tochter|er|sie|jemand|mitbewohner) (\\w+ ){0,8}(umbringen|sterben will|sterben mochte|selbstmord|suizid|nicht mehr leben will|ritzt sich|verabschiedet)( .*)?$
(hasse) (mich|mein leben|mich selbst)( .*)?$
einschlafen (\\w+ ){0,3}(nie|nicht) (\\w+ )?(mehr |wieder )?aufwachen
(keinen|kein) (ausweg|anderen weg)( .*)?$
(klinge|messer|rasierklinge|tabletten|pillen|strick) (\\w+ ){0,4}(neben mir|vor mir|bereit|in der hand|liegen|liegt)( .*)?$
(mir|mich|sich) (\\w+ )?(wieder |selbst )?(wehtun|weh tun|verletzen|schneiden|ritzen)( .*)?$
(keinen|kein) (\\w+ ){0,2}(ausweg|grund|weg) (\\w+ ){0,3}(mehr|tod|leben|weiter)( .*)?$
(wenn|falls) ich (weg|tot|nicht mehr da|nicht mehr hier) (ware|bin|wurde)(?= .*\\b(keiner|niemand|besser|merken|egal|einfacher|erleichtert)\\b)
abschiedsbriefe?
(morgen|dann|bald) (finden|findet) (sie|ihr|mich|man) (mich|ihn|es)?( .*)?$
(tag|datum|termin) (steht fest|ausgesucht|gewahlt)( .*)?$
(onkel|vater|trainer|lehrer|stiefvater|opa|chef) (\\w+ ){0,3}(fasst|fast|beruhrt|missbraucht|zwingt) mich( .*)?$
grund (\\w+ ){0,3}(weiterzuleben|zu leben|am leben zu bleiben|nicht zu gehen)
(will|mochte|wollte|wurde|kann|darf|werde) (\\w+ ){0,4}(nicht mehr|nie mehr) (\\w+ ){0,2}(leben|sein|da sein|weiterleben|aufwachen|weitermachen|existieren|weiter)(?! (in|bei|mit|auf)\\b)( .*)?$
(ich|er|sie|freund|freundin) (\\w+ ){0,4}(will|mochte|wollte) (\\w+ ){0,2}(sterben|tot sein|sich umbringen)( .*)?$
(ware|war|bin) (\\w+ )?(lieber|besser|am liebsten) (\\w+ )?(tot|weg|nicht mehr da)( .*)?$
(wunschte|wunsche) (\\w+ ){0,3}(tot|nie geboren|nicht mehr da|gestorben)( .*)?$
(will|mochte|soll|muss) (\\w+ ){0,3}(aufhort|aufhoren|vorbei ist|ein ende hat|enden)(?! (der|die|das) )$
(kann|halte|schaffe|ertrage) (\\w+ ){0,4}nicht mehr (ich|und|aus|weiter|es|das leben)(?! (bin satt|satt)\\b)( .*)?$
(alles|leben|es) (\\w+ ){0,3}(keinen sinn|sinnlos|hoffnungslos)( .*)?$
(verletzt|schneidet|ritzt|verletze|schneide|ritze|verletzen|schneiden) (sich|mich) (\\w+ )?(selbst|wieder|absichtlich|die arme|in den arm)?( .*)?$
(habe|hab|hat) (\\w+ ){0,2}(mich|mir|sich) (\\w+ )?(geschnitten|geritzt|verletzt|etwas angetan)(?! (beim|an)\\b)$
(mir|sich|mich) (\\w+ ){0,2}(etwas|was) (\\w+ )?(antun|angetan|anzutun)
ohne mich (\\w+ ){0,3}(besser|glucklicher|leichter)( .*)?$
(besser|glucklicher|leichter) (\\w+ )?(dran )?ohne mich
(habe|hab|hat) (\\w+ ){0,3}(alle|viele|zu viele|eine packung|die ganzen|uberdosis) (\\w+ ){0,2}(tabletten|pillen|medikamente|schlaftabletten)? ?(\\w+ )?(genommen|geschluckt)
(verschenkt|verschenke|verschenken) (\\w+ ){0,2}(meine|seine|ihre|alle) (sachen|dinge)( .*)?$
(lebensmude|todessehnsucht|suizidal)
(am|vom) (schnellsten|schmerzlosesten) (\\w+ )?(um|sterben|umbringen)
(ware|sei|ist) (\\w+ ){0,2}(besser|leichter|einfacher) (\\w+ ){0,2}(wenn ich|ohne mich)( .*)?(nicht mehr|tot|weg|sterbe|ware|mich)( .*)?$
(habt|hast|haben) (ihr|du|sie) (\\w+ ){0,2}(eure|deine|ihre) ruhe( .*)?$
(hang|hange|haeng|haenge|knall|schiess|erschiess|knalle|werf|werfe|sturz|sturze) (\\w+ )?mich (\\w+ )?(auf|ab|tot|weg|vor|von|runter)?( .*)?$
(suizidgefahrdet|selbstmordgefahrdet|lebensmude|suizidgedanken|selbstmordgedanken|selbstmordgedanke)
(wie viele|wieviele|wie viel|wieviel) (\\w+ ){0,5}(tabletten|pillen|schlaftabletten|paracetamol)(?= .*\\b(aufwachen|aufzuwachen|sterben|tot|umbringen|todlich|einschlafen)\\b)
(eh|doch|alles|ja|sowieso) (\\w+ ){0,3}(keinen|kein) sinn( mehr)?$
(mein|meinem|dem|das) leben (\\w+ )?(beenden|ein ende|zu beenden|ist sinnlos|ist vorbei|macht keinen sinn|hat keinen sinn)( .*)?$
(wozu|warum|wofur) (\\w+ ){0,3}(noch|uberhaupt) (\\w+ )?(leben|weiterleben|weitermachen|da bin|lebe ich|lebe|existiere)( .*)?$
(danke fur alles|macht es gut|verzeiht mir|es tut mir leid)( .*)?(letzte|gehe jetzt|nicht mehr|fur immer|lebt wohl)( .*)?$
(springe|spring|springen|gesprungen) (\\w+ ){0,4}(brucke|dach|zug|fenster|balkon|hochhaus|gleise)( .*)?$
(will|mochte) (\\w+ ){0,3}(einfach )?(verschwinden|weg sein|einschlafen und nicht mehr|nie wieder aufwachen)( .*)?$
(schneidet|ritzt|verletzt|schlagt) (\\w+ )?sich (\\w+ )?(selbst|wieder|die|den|selber)?( .*)?$
(gibt|hat|habe|sehe) (\\w+ ){0,3}(keine hoffnung|keinen ausweg|keine zukunft|keinen sinn)( .*)?$
(hab|habe|hat) (\\w+ ){0,3}(uberdosis|zu viele tabletten|zu viele pillen|schlaftabletten genommen)
(hilfe|angst) (\\w+ ){0,3}(mir etwas antue|mir was antue|ich mich)( .*)?$
(mich|sich) (\\w+ ){0,4}(umbringen|umzubringen|umgebracht|umbringe|umbringt|toten|erhangen|aufhangen|ritzen|zu ritzen|erschiessen|zu verletzen|verletzen|vergiften|zu schneiden|opfern)(?! (vor lachen|beim))( .*)?$
(mir|sich) (\\w+ )?(etwas|was) (\\w+ )?(anzutun|antun|antue|antut)
(denke|denk|gedanken|gedacht|nachdenke) (\\w+ ){0,4}(an|uber|ans) (\\w+ ){0,2}(tod|sterben|meinen tod|suizid|selbstmord)( .*)?$
(leben|alles) (\\w+ ){0,3}(keinen sinn|sinnlos|nicht (mehr )?lebenswert|nicht (mehr )?wert|satt|unertraglich)( .*)?$
(mude|satt|leid|uberdrussig) (\\w+ )?(vom|des|das|am|zu) leben( .*)?$
(heute|heute nacht|heute abend|morgen|jetzt) (\\w+ ){0,2}(mache ich schluss|mach ich schluss|ist schluss|ist es vorbei|bringe ich|beende ich)( .*)?$
(wurde|worden|bin|werde|wird) (\\w+ ){0,3}(vergewaltigt|missbraucht|verprugelt|misshandelt|sexuell belastigt|bedroht|geschlagen)( .*)?$
(allen|allem|jedem|keinem) (\\w+ ){0,3}(egal|im weg|zur last)( .*)?$
""",
        unless="lachen hunger langeweile haare rasieren kochen film buch roman lied spiel werther text statistik referat pravention therapeuten klienten patienten berlin hamburg munchen stadt mario kart schach uno fifa monopoly tischtennis satt prufung handy fruhstuck kopfschmerzen chef lachend",
        by_anyone=True,
    ),
    Frame("weary of life", r"(das|mein) leben (\w+ )?(satt|leid)( .*)?$", by_anyone=True),
)

FRENCH = (
    Frame(
        "french",
        """
jme (scarifie|mutile|taillade|fais du mal|brule)( .*)?$
(oncle|pere|beau pere|frere|cousin|prof|grand pere|voisin|coach|tonton|il|entraineur) (\\w+ )?me (fait|faisait) (des choses|du mal)( .*)?$
(veux|voudrais|vais|envie de|aimerais|prefere|prefererais|pense a|songe a|essaye de|essaie de|tente de|tente) (\\w+ ){0,2}(mourir|me tuer|me suicider|disparaitre|crever|en finir|me pendre|me foutre en l air|ne plus (exister|vivre|me reveiller|etre la)|me jeter|sauter du pont|au suicide)( .*)?$
(?<!mere )(?<!prof )(?<!chef )(jvais|je vais|jveux|j vais|il va|elle va|va|veut) (\\w+ )?(me|se|m) ?(tuer|suicider|pendre|foutre en l ?air|jeter|flinguer|buter)(?! (si|de rire)\\b)( .*)?$
(foutre|foutre|mettre) (\\w+ )?en l ?air( .*)?$
(en finir|finir avec (la|ma) vie|mettre fin a (ma|mes|sa|ses) (vie|jours)|m oter la vie|ma propre vie)( .*)?$
(n ai |na |n a |nai |jai |j ai |ai |a |plus |pas )*(plus|pas) (\\w+ )?(envie|la force|le courage|le gout|raison) (de |d )(\\w+ )?(vivre|etre en vie|continuer|etre la|me reveiller|exister)( .*)?$
(ne |n |veux |je )*(veux|peux|supporte|voudrais) (plus|pas) (\\w+ )?(vivre|etre la|exister|me reveiller|continuer comme ca|etre en vie)( .*)?$
(j en peux|jen peux|n en peux|je n en peux|jpeux|peux) plus( de vivre| de cette vie| de tout| je veux.*| du tout| la)?$
(plus rien|rien|la vie|vivre) (\\w+ ){0,2}(n a|na|a|vaut|n en vaut) (plus |pas )?(de |aucun |la |le )?(sens|peine|coup)( .*)?$
(mieux|heureux|soulages|tranquilles|bien) (\\w+ )?(sans moi|si je (n etais|netais|mourais|disparaissais|n existais))( .*)?$
(suis|etre|juste) (\\w+ )?(un poids|un fardeau|une charge|de trop|un boulet)( .*)?$
(personne|nul) (\\w+ ){0,3}(ne )?(me )?(regretterait|manquerais|manquerai|remarquerait|m aime|maime|s en rendrait)( .*)?$
(avale|pris|avaler|prendre|gobe|aval[ea]s?) (\\w+ ){0,4}(toute|tous|toutes|la boite|une boite|plein|trop) (\\w+ ){0,4}(medicaments|cachets|comprimes|somniferes|boite|pilules|antidepresseurs|medocs)( .*)?$
(me|m) (\\w+ ){0,3}(scarifie|scarifiee|scarifier|coupe|mutile|mutilee|taillade|coupee|automutile)(?! (les cheveux|le doigt|la parole|les ongles)\\b)( .*)?$
(scarification|automutilation|automutile)(?= .*\\b(je|me|mon|ma|encore)\\b)
(adieu|adieux) (\\w+ ){0,4}(tout le monde|ce soir|a tous|c est fini|pour toujours|je vous aime|mes amis)( .*)?$
(message|lettre|mot) d ?adieu( .*)?$
(ecrit|ecrire|laisse|redige) (\\w+ ){0,2}(lettre|mot) (\\w+ ){0,3}(parents|famille|mere|pere|enfants|adieu)(?= .*\\b(plus la|partie?|comprendront|pardon|fini|adieu|mort)\\b)
(quand|lorsque) (\\w+ ){0,4}(serai|lirez|liras) (\\w+ ){0,2}(plus la|ca je|ceci|partie?|morte?|ce message)( .*)?$
(c est fini|tout est fini|fini) pour moi( .*)?$
(me|nous|m) (\\w+ ){0,3}(frappe|frappee|bat|battue?|tape|tapee|viole|violee?|etrangle|etranglee?|menace|maltraite|cogne|agresse)(?! (des mains|du pied)\\b)( .*)?$
(peur) (\\w+ ){0,3}(rentrer|retourner|aller) (a la maison|chez moi|chez nous)( .*)?$
(sur le|au bord du|sur un) (pont|toit|quai|balcon|rebord|falaise)(?= .*\\b(sauter|saute|vide|en bas|facile|courage|regarde)\\b)
(pistolet|arme|fusil|corde|couteau|flingue) (\\w+ ){0,4}(main|cou|tempe|tete|poignets?)( .*)?$
(ami|amie|copain|copine|frere|soeur|mere|pere|pote|cousin|cousine|fille|fils|il|elle|mec|meuf|coloc) (\\w+ ){0,8}(se suicider|suicider|veut mourir|se tuer|en finir|ne veut plus vivre|adieu|suicide)( .*)?$
(idees|pensees|envies) (suicidaires|noires|de suicide|de mort)( .*)?$
(deteste|hais) (ma vie|moi meme|vivre)( .*)?$
(endormir|dormir) (\\w+ ){0,3}(plus jamais|ne plus|pas|jamais) (\\w+ ){0,2}(reveiller)
(plus d|aucun|pas d|plus aucun)( )?(issue|espoir|avenir|echappatoire)( .*)?$
(choisi|fixe|decide|trouve) (\\w+ )?(la|une|ma) date( .*)?$
(melange|pris) (\\w+ ){0,3}(alcool|vodka|cachets|medicaments|medocs) (\\w+ ){0,2}(et|avec) (\\w+ )?(alcool|vodka|cachets|medicaments|medocs)( .*)?$
raison(s)? de (rester|continuer|vivre|rester en vie)( .*)?$
(rester|suis|encore) en vie(?= .*\\b(raison|pourquoi|soir|cherche)\\b)
(fera|faire) plus mal( .*)?$
(oncle|pere|beau pere|prof|entraineur|cousin|frere|grand pere|patron) (\\w+ ){0,2}me (touche|viole|force|tripote)( .*)?$
(lame|rasoir|couteau|corde|cachets|comprimes) (\\w+ ){0,4}(devant moi|a cote de moi|sous mon|dans ma main|prets?)( .*)?$
(pense|songe|penser|pensais|pensees|parle|parler) (\\w+ ){0,2}(au|a un|de|du|le) suicide( .*)?$
(jveux|j veux|je veux|envie de|voudrais|jai envie de|veut|envie d) (\\w+ )?(crever|mourir|me tuer|me foutre en lair|en finir|disparaitre)(?! de (rire|faim|honte|soif))( .*)?$
(me|se) (faire|fais|fait) (\\w+ )?(du )?mal( .*)?$
(me|se|m|s) (\\w+ )?(coupe|coupee|scarifie|mutile|coupes|couper) (\\w+ )?(a nouveau|encore|les bras|les veines|le bras|les poignets|tous les|quand|de nouveau)( .*)?$
(pris|avale|prend|prendre|gobe) (\\w+ ){0,3}(medicaments|cachets|comprimes|somniferes|pilules) (\\w+ ){0,2}(pour (mourir|en finir)|d un coup|tous)( .*)?$
(monde|tous|famille|enfants|parents) (\\w+ ){0,3}(mieux|heureux|tranquilles?) (\\w+ )?sans moi( .*)?$
(plus|aucune|pas) (\\w+ ){0,3}(raison|raisons|envie|sens|interet) (\\w+ )?(de|a) (\\w+ )?(vivre|rester|continuer|exister|etre la)( .*)?$
(aimerais|voudrais|veux|espere|prie) (\\w+ ){0,2}(ne (pas|plus|jamais)|pas|plus) (\\w+ )?(me reveiller|reveiller|exister|etre la)( .*)?$
(vie|vivre) (\\w+ ){0,3}(vaut|peine|sens)( (plus|pas|d|la|etre).*)?$
(prefere|prefererais|mieux) (\\w+ )?(etre )?mort(e)?( .*)?$
(donne|distribue) (toutes )?(mes|ses) affaires( .*)?$
suicidaires?(?! (des patients|chez)\\b)
(a quoi (bon|ca sert)|pourquoi|pour quoi) (\\w+ ){0,2}(vivre|continuer|rester|etre en vie|je vis|je suis en vie|me lever)( .*)?$
(sers|sert) a rien( a personne| du tout| dans (la|cette) vie)?$
si (je|j) (\\w+ ){0,2}(disparaissais|mourais|meurs|disparais|mourrais|n etais plus la|etais mort|etais morte) (\\w+ ){0,3}(personne|ce serait mieux|tout|on|ca|soulag)( .*)?$
(besoin|envie|veux|voudrais|aimerais) (\\w+ )?(de )?(disparaitre|m effacer|partir pour toujours|ne plus exister|mourir|tout arreter|m endormir pour toujours)(?! de (rire|faim))( .*)?$
(prefere|prefererais|prefererai) (\\w+ )?(etre )?(mort|morte|mourir)( .*)?$
plan suicidaire|envies? suicidaires?|pensees suicidaires
(vais|veux|peux) (\\w+ )?(passer a l acte|me jeter|me noyer|m ouvrir les veines|me trancher)( .*)?$
(plus|aucun) (\\w+ )?(espoir|avenir|gout a (la vie|rien)|sens a (ma|la) vie)( .*)?$
(c est|ceci est) (mon|le) dernier (message|jour|soir|mot)( .*)?$
(pris|prendre|avale|avaler|avale) (\\w+ ){0,3}(trop de|plein de|tous les|toute la boite de|une boite de|boite de) (\\w+ )?(medicaments|cachets|comprimes|somniferes|doliprane)?( .*)?$
(fait|fais|faire) (\\w+ )?(du )?mal (a )?(moi meme|volontairement|expres|ce soir)( .*)?$
envie de me faire (du )?mal
(sauter|me jeter|sauter) (du|d un|sous|par|de) (\\w+ )?(pont|toit|train|fenetre|metro|balcon|immeuble)
(?<!mere va )(?<!prof va )(?<!chef va )(me|m|se|s) (tuer|suicider|pendre|scarifier|mutiler|ouvrir les veines|flinguer|noyer|faire du mal|jeter (sous|du|d un|par|dans le vide)|foutre en l air|supprimer)(?! de rire)( .*)?$
(arreter de|arrive pas a|recommence a|continue a|besoin de|envie de) (\\w+ ){0,3}me (couper|scarifier|blesser|bruler|faire mal)(?! (les cheveux|les ongles|le doigt))( .*)?$
(se|me) (scarifie|mutile|taillade|automutile|blesse expres)( .*)?$
(pense|penser|pensais|songe) (\\w+ ){0,3}(a|au) (la |ma )?(mort|mourir|suicide|en finir)( .*)?$
(jamais|pas) (\\w+ )?(etre nee?|naitre|exister)( .*)?$
(marre|fatiguee?|lasse?|ras le bol|epuisee?) de (\\w+ )?(vivre|vie|ma vie|exister|souffrir|tout ca|etre en vie)( .*)?$
vie (\\w+ ){0,3}(aucun sens|plus de sens|pas de sens|pas la peine|sans sens|un enfer|insupportable)( .*)?$
(ai ete|ete|j ai|suis|etais) (\\w+ )?(violee?|agressee? sexuellement|battue?|abusee?)( .*)?$
peur (\\w+ ){0,5}(me faire|me blesser|faire une betise|passer a l acte)( .*)?$
""",
        unless="rasant rasoir rasage zemmour photo photos console parking relations distance documentaire surgery rire faim honte soif cheveux cuisinant cuisine film livre roman chanson jeu texte statistiques prevention therapeutes clients patients paris lyon ville bruit examen telephone ennui migraine expose doigt parole",
        by_anyone=True,
    ),
)

PORTUGUESE = (
    Frame(
        "portuguese",
        """
(padrasto|pai|tio|irmao|primo|avo|professor|vizinho|ele|namorado|marido) (\\w+ )?(abusa|abusou|bate|bateu|abusava) (de|em) mim( .*)?$
(tomei|tomou|engoli|vou tomar) (\\w+ )?(um monte|monte|muitos|todos|varios|uma cartela|cartela|um frasco|frasco) (\\w+ )?(de )?(os )?(meus )?(remedios?|comprimidos?|pilulas|calmantes)( .*)?$
(quero|queria|vou|vontade de|preferia|prefiro|penso em|pensando em|pensei em|tentei|desejo|melhor) (\\w+ ){0,2}(morrer|me matar|sumir|desaparecer|tirar minha vida|suicidio|me suicidar|acabar com tudo|nao acordar|nao existir|estar mort[oa]|me enforcar|me jogar)( .*)?$
(vai|quer|queria|tentou|falou que vai|disse que vai|ameacou) (se )(matar|suicidar|jogar|enforcar|machucar)( .*)?$
(nao|nem) (\\w+ )?(quero|quer|queria|aguento|consigo|tenho vontade de|mereco) (\\w+ )?(mais |mais de |mais )?(viver|existir|acordar|continuar|estar aqui|estar viv[oa]|ficar aqui|seguir)( mais| assim)?( .*)?$
(perdi|perdeu|sem|nenhuma) (\\w+ )?(vontade|razao|motivo|sentido) (\\w+ ){0,2}(de |para |pra |em )?viver( .*)?$
(nao ha|nao tem|nao vejo|nao existe|sem) (\\w+ ){0,3}(sentido|saida|razao|motivo|esperanca|futuro) (\\w+ ){0,4}(viver|vida|pra mim|para mim|mais|em nada|continuar)( .*)?$
(tomei|engoli|tomar|tomou|tomando) (\\w+ ){0,3}(todos|todo|toda|todas|muitos|a cartela|cartela|um monte|varios|demais|a caixa) (\\w+ ){0,4}(remedios|comprimidos|cartela|pilulas|caixa|calmantes|antidepressivos)( .*)?$
(voltei a|comecei a|to|estou|continuo|tenho) (me )?(cortar|cortando|me cortar|me cortando|me machucar|me machucando|cortado|automutilar)(?! (o cabelo|gastos|as unhas)\\b)( .*)?$
(me corto|me cortei|me machuco|me mutilo)(?! (o cabelo|cozinhando|com papel)\\b)( .*)?$
(melhor|melhores|felizes|aliviados|bem) (\\w+ )?(sem mim|se eu (sumisse|morresse|nao existisse|nao estivesse))( .*)?$
(sou|so|apenas) (\\w+ )?(um peso|um fardo|uma carga|um estorvo)( .*)?$
(ninguem) (\\w+ ){0,3}(sentir|sente|sentiria|notaria|me ama|liga|se importa|importa|perceberia) (\\w+ ){0,4}(falta|comigo|mim|se eu|sumisse|morresse)?( .*)?$
(dormir) (\\w+ ){0,3}(nao|nunca) (\\w+ ){0,2}(acordar)( .*)?$
(me despedir|minha despedida|uma despedida|carta de despedida|carta escrita|nao me procurem|adeus pra sempre|quando lerem isso|quando voces lerem)( .*)?$
(amanha|depois de hoje|logo|em breve) (\\w+ ){0,3}nao (vou|estarei) (\\w+ ){0,2}(estar |ta )?(mais )?aqui( .*)?$
(carta|bilhete) (\\w+ ){0,3}(despedida|suicidio|escrita|pronta)(?= .*|$)
(nao aguento|nao suporto|nao consigo|n aguento|cansei|cansad[oa]) (mais|de viver|de tudo|da vida)( viver| assim| nao tem.*| isso| essa vida| tudo isso| quero.*| a vida)*$
(me|nos) (\\w+ ){0,3}(bate|bateu|batendo|bater|espanca|espancou|estupra|estuprou|abusa|abusou|ameaca|ameacou|enforcou|agride|agrediu|violentou)( .*)?$
(medo) (\\w+ ){0,3}(voltar|ir|chegar) (pra|para|em|a) (minha )?casa( .*)?$
(arma|revolver|faca|corda|gilete) (\\w+ ){0,4}(na mao|mao|pescoco|pulso|cabeca)( .*)?$
(na|em cima da|no|numa) (ponte|beirada|janela|telhado|laje|parapeito|trilho)(?= .*\\b(pular|pulo|jogar|agua|acabar|facil|coragem)\\b)
(amig[oa]|irma|irmao|namorad[oa]|filh[oa]|prim[oa]|mae|pai|colega|ele|ela) (\\w+ ){0,8}(se matar|suicidar|quer morrer|tirar a vida|tirar a propria|se despediu|nao quer mais viver)( .*)?$
(odeio) (minha vida|viver|a mim mesm[oa]|estar viv[oa])( .*)?$
(pensamentos|ideias) suicidas
(a vida|viver|nada) (\\w+ ){0,3}(nao vale|faz mais|nao faz|perdeu) (\\w+ ){0,2}(a pena|sentido|o sentido)( .*)?$
(dar|por|colocar) (um )?fim (em|na|a|nisso) (tudo|minha vida|vida|mim)?( .*)?$
(peco|rezo|pedindo|oro) (\\w+ ){0,4}(nao|pra nao|para nao) (acordar|acorde)
(minha morte|se eu morrer|se eu morresse) (\\w+ ){0,4}(alivio|melhor|falta|ninguem)( .*)?$
(doi|dor) (\\w+ )?(morrer|de morrer)( .*)?$
(misturei|tomei) (\\w+ ){0,6}(comprimidos?|remedios?) (\\w+ ){0,2}(com|e) (cachaca|alcool|vodka|bebida|pinga)( .*)?$
(to|estou|aqui) (\\w+ ){0,2}(em cima do|em cima da|na beira do|na beirada do|no|na) (viaduto|ponte|parapeito|terraco|telhado|trilho)( .*)?$
(irma|irmao|amiga|amigo|filha|filho|prima|ela|ele) (\\w+ ){0,4}se (cortando|corta|machucando|mutilando)( .*)?$
(tio|padrasto|pai|professor|treinador|primo|avo|chefe) (\\w+ ){0,2}me (toca|tocou|estupra|obriga|apalpa)( .*)?$
cansad[oa] d(e)? (tudo|viver|existir|mim)( .*)?$
(quero|qro|kero|queria|quer|vontade de|quis|penso em|vou) (\\w+ )?(morrer|me matar|se matar|me suicidar|se suicidar|sumir|desaparecer|deixar de (viver|existir))(?! de (rir|fome|vergonha))( .*)?$
(pens[oa]|pensando|pensei|pensar|falando|falou) (\\w+ ){0,3}(em|no|de|num) (\\w+ )?(suicidio|me suicidar|se suicidar|me matar|se matar)( .*)?$
(quero|queria|vou|penso em|vontade de) (me|se) (machucar|cortar|ferir|magoar)(?! (o cabelo)\\b)( .*)?$
(queria|quero|espero|rezo|tomara que|gostava de) (\\w+ ){0,3}(nao|nunca) (\\w+ )?acord(ar|asse|e)( .*)?$
(nao|sem|nem) (\\w+ ){0,2}(sentido|vontade|razao|motivo) (\\w+ ){0,3}(viver|vida|continuar|existir)(?! (segundo|no texto)\\b)( .*)?$
(vida|viver) (\\w+ ){0,3}(vale|merece) (\\w+ ){0,2}(pena)(?= ?)( .*)?$
(se despedindo|me despedindo|despediu se|se despediu) (\\w+ )?(de )?(todo mundo|todos|mim|gente|nos|familia)( .*)?$
(mundo|todos|familia|filhos|pais) (\\w+ ){0,3}(melhor|felizes?) (\\w+ )?sem mim( .*)?$
(tomei|tomou|engoli|engoliu) (\\w+ ){0,2}(todos|muitos|varios|demasiados|um monte de) (\\w+ ){0,3}(comprimidos|remedios|pilulas)( .*)?$
(cortando|cortar|corto|cortei|magoar|magoei) (me|se)? ?(\\w+ )?(de novo|outra vez|os bracos|os pulsos|novamente)( .*)?$
(a|para) (me )?(cortar|magoar) me( .*)?$
(doou|dando|doei) (todas )?(as )?(minhas|suas) coisas( .*)?$
(para|por) que (\\w+ )?(viver|continuar|continuo|vivo|estou viv[oa]|seguir)( .*)?$
(tomara|oxala) que eu (morra|nao acorde|desapareca)
(queria|preferia|melhor) (\\w+ )?(estar|ter) (mort[oa]|morrido|nunca ter nascido)
(nao|ja nao) (\\w+ )?(vale a pena viver|quero estar aqui|quero existir|quero acordar|aguento viver|faco falta)( .*)?$
(ninguem) (\\w+ ){0,3}(falta|importa|ama|liga|notaria|choraria)( .*)?$
(me|se) (\\w+ )?(jogar|atirar|pular) (\\w+ )?(da|do|na|no|de) (\\w+ )?(ponte|janela|predio|trem|metro|varanda|sacada)
(acabar|terminar) com (a )?(minha )?(vida|tudo|sofrimento)( .*)?$
(nao|ja nao) (\\w+ )?(aguento|suporto|consigo) (\\w+ )?(mais|viver|isto|essa dor|esta dor)( .*)?(vida|viver|nada|morrer|fim|desistir)?$
(adeus|despeco me|despedida) (\\w+ ){0,3}(mundo|para sempre|a todos|gente|perdao|desculpem)( .*)?$
(tentei|tentou|tentativa de) (\\w+ )?(suicidio|me matar|se matar|suicidar)( .*)?$
(desisti|desistir) (de viver|da vida|de tudo)( .*)?$
(me sinto|estou|sou) (\\w+ )?(um peso|inutil|sem saida|sem esperanca|vazi[oa] por dentro|desesperad[oa])( .*)?$
(?<!mae vai )(?<!pai vai )(?<!chefe vai )(?<!professora vai )(?<!professor vai )(me|se) (matar|suicidar|enforcar|mutilar|cortar|machucar|magoar|ferir|atirar|jogar) ?(?!(o|os|as|a) (cabelo|unhas|dedo))( .*)?$
(matar|suicidar|cortar|magoar|enforcar|ferir|atirar) me( .*)?$
(amiga|amigo|irma|irmao|filha|filho|prima|primo|ela|ele|namorada|namorado) (\\w+ ){0,2}se (corta|mutila|machuca|magoa|fere)( .*)?$
(penso|pensando|pensar|pensei) (\\w+ ){0,2}(na|em|sobre a) (minha )?(morte|morrer|suicidio)( .*)?$
(nunca|nao) (\\w+ )?(ter nascido|tivesse nascido)
(preferia|prefiro|queria|melhor|antes) (\\w+ )?(estar|estivesse) mort[oa]
vida (\\w+ ){0,3}(nao (\\w+ )?(tem sentido|faz sentido|vale|presta)|sem sentido|nao vale)( .*)?$
(fart[oa]|cansad[oa]|chei[oa]) (de|da) (\\w+ )?(viver|vida|existir|tudo|sofrer)( .*)?$
(nao tenho|sem|nao me restam|nao ha|acabaram) (\\w+ ){0,2}(forcas|vontade|esperanca|razoes|motivos)( (\\w+ ){0,2}(viver|continuar|seguir|mais))?$
nao (vejo|ha|encontro|tenho) (\\w+ )?(saida|futuro|esperanca)( .*)?$
(tomei|engoli|tomou|engoliu) (\\w+ ){0,3}(caixa|cartela|frasco|vidro) (\\w+ ){0,3}(comprimidos|remedios|calmantes|pilulas)
(comprimidos|remedios|faca|corda|arma|lamina) (\\w+ ){0,3}(na minha frente|na mao|a minha frente|ao meu lado)( .*)?$
fui (violad[oa]|estuprad[oa]|abusad[oa]|agredid[oa]|espancad[oa])( .*)?$
(bate|bateu|batem|grita e bate) em mim( .*)?$
(medo|receio) (\\w+ ){0,5}(comigo|me fazer|fazer comigo|me machucar)( .*)?$
(nao|deixar de) (\\w+ ){0,3}parar de me (cortar|machucar|magoar)( .*)?$
""",
        unless="instagram facebook whatsapp redes twitter tiktok barba foto fotos console estacionamento rir fome vergonha calor prova exame cabelo cozinhar cozinhando filme livro romance musica jogo texto estatisticas prevencao terapeutas clientes pacientes lisboa cidade barulho tarde saudade aula curiosidade papel",
        by_anyone=True,
    ),
)
