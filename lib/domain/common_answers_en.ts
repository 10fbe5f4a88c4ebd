/**
 * Common answers in English: names, places, food, animals, colours, jobs, brands.
 *
 * @module
 */

/** One word each, divided by white space; of a name with several words, all of them joined. */
export const ENGLISH: string = `
none nothing nobody noone nowhere unknown dontknow idontknow idk dunno forgot forgotten iforgot cantremember idontremember notapplicable blank
empty answer question secret private mysecret password passw0rd test testing asdf asdfgh asdfjkl qwerty qwertz abc abcd abcdef xyz foo bar foobar
yes yeah yep nope maybe always never home athome house myhouse school atschool work atwork office here there everywhere anywhere somewhere
mother mom mum mommy mummy father dad daddy parents grandmother grandma granny nana grandfather grandpa brother sister son daughter wife husband
uncle aunt cousin baby friend myfriend bestfriend boyfriend girlfriend teacher boss god jesus love life money family freedom happy happiness
red blue green yellow black white pink purple orange brown grey gray gold silver violet turquoise teal navy maroon beige lavender
dog cat fish bird rabbit bunny hamster horse pony cow pig sheep goat chicken duck turtle snake mouse rat parrot lion tiger bear wolf fox
elephant monkey dolphin whale shark penguin panda kitten puppy goldfish guineapig teddy teddybear doll lego barbie car bike bicycle ball
max buddy charlie jack cooper rocky toby tucker bear duke bailey bella lucy molly daisy maggie sadie sophie chloe lola zoe luna coco
rex spot fido lassie smokey shadow lucky princess ginger tiger oscar simba milo oreo pepper peanut patches fluffy snowball whiskers felix tom
pizza pasta spaghetti lasagna burger hamburger cheeseburger fries chips steak chicken rice bread cheese chocolate icecream cake cookies cookie
pancakes waffles bacon eggs egg omelette scrambledeggs sandwich toast soup salad sushi tacos taco burrito curry noodles ramen fish fishandchips
apple banana orange grape strawberry strawberries mango peach cherry watermelon pineapple potato potatoes tomato coffee tea water milk beer wine coke pepsi
candy sweets popcorn lobster shrimp seafood turkey ham meat meatloaf roast roastbeef macandcheese macaroni
london paris newyork newyorkcity nyc losangeles chicago houston phoenix philadelphia sanantonio sandiego dallas sanfrancisco austin boston
seattle denver miami atlanta detroit lasvegas orlando washington washingtondc portland toronto montreal vancouver ottawa calgary sydney
melbourne brisbane perth adelaide auckland wellington dublin belfast edinburgh glasgow manchester birmingham liverpool leeds bristol cardiff
rome milan venice madrid barcelona lisbon berlin munich hamburg cologne frankfurt vienna zurich geneva amsterdam brussels copenhagen
stockholm oslo helsinki warsaw prague budapest athens istanbul moscow dubai cairo johannesburg capetown lagos nairobi mumbai delhi newdelhi
bangalore kolkata chennai hyderabad singapore hongkong beijing shanghai tokyo osaka kyoto seoul bangkok manila jakarta mexicocity
usa america unitedstates england uk britain greatbritain unitedkingdom scotland wales ireland canada australia newzealand france germany
spain italy portugal greece turkey egypt india china japan korea mexico brazil argentina russia poland sweden norway denmark finland
california texas florida hawaii ohio georgia virginia jersey newjersey michigan pennsylvania illinois arizona colorado oregon
james john robert michael mike william bill david dave richard rick joseph joe thomas charles chris christopher daniel dan matthew matt
anthony tony mark donald steven steve paul andrew andy joshua josh kenneth kevin brian george edward eddie ronald timothy tim jason
jeffrey jeff ryan jacob jake gary nicholas nick eric jonathan stephen larry justin scott brandon benjamin ben samuel sam frank gregory greg
raymond alexander alex patrick jerry dennis peter harry oliver noah liam ethan lucas henry leo adam luke
mary patricia jennifer jenny linda elizabeth liz barbara susan sue jessica sarah sara karen nancy lisa betty margaret sandra ashley kim
kimberly emily donna michelle dorothy carol amanda melissa deborah debbie stephanie rebecca becky sharon laura cynthia kathleen amy
angela shirley anna ann anne brenda pamela emma nicole helen samantha katherine kate katie christine rachel ruth maria heather diane
julie joyce victoria kelly christina joan evelyn olivia sophia mia ava isabella charlotte amelia grace alice jane
smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson taylor moore
jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright torres nguyen hill
flores adams nelson baker hall rivera campbell mitchell carter roberts murphy kelly evans edwards collins stewart morris cook rogers
morgan cooper peterson reed bailey bell ward watson brooks bennett gray hughes price myers long foster ross patel singh kumar khan ali
mrsmith mrssmith missmith mrjones mrsjones mrsjohnson mrbrown mrsbrown mrswilliams mrdavis mrsdavis
highschool highstreet mainstreet churchstreet parkstreet elmstreet oakstreet firststreet secondstreet parkavenue broadway stmary stmarys
library garden park beach forest river lake sea ocean mountain mountains church hospital airport hotel mall shop store supermarket
kitchen bathroom bedroom basement attic garage underthebed undermybed closet inthecloset wardrobe drawer tree treehouse bed sofa
football soccer basketball baseball tennis cricket rugby hockey golf swimming running cycling skiing boxing volleyball dancing reading
singing drawing painting cooking music guitar piano drums games videogames movies television tv internet
doctor nurse lawyer engineer pilot police policeman fireman firefighter astronaut vet singer actor actress dancer artist writer scientist
waiter waitress cashier babysitter babysitting paperboy paperround dishwasher cleaner salesman receptionist lifeguard
ford toyota honda nissan chevrolet chevy bmw mercedes audi volkswagen vw mini fiat renault peugeot volvo mazda hyundai kia tesla ferrari
mcdonalds burgerking kfc subway starbucks walmart target tesco sainsburys ikea amazon google microsoft apple facebook
harrypotter starwars titanic lordoftherings thehobbit bible thebible hamlet macbeth romeoandjuliet frozen lionking thelionking matrix
superman batman spiderman mickeymouse mickey pikachu pokemon mario sonic elsa santa santaclaus cinderella snowwhite robinhood peterpan
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday summer winter spring autumn fall christmas birthday
one two three four five six seven eight nine ten first second third last left right north south east west
phone mobile computer laptop book books toy toys watch ring shoes clothes keys key wallet purse bag umbrella glasses tooth teeth
window vase glass plate cup lamp door chair table mirror leg arm knee elbow finger nose head foot hand
fell ifell ifelldown falling accident caraccident falloffbike felloffbike felloffmybike fighting fight running cheating talking
maths math english history science geography spelling art sport sports
aikagi admin administrator user username login account company helpdesk spare sparekey
`;
