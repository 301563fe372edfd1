"""English for the made-up journals. {A} a subject, {P} a person, {L} a place, {Y} a year, {N} a number, {D} a date."""

WORDS = {
    "months": "January February March April May June July August September October November December",
    "date": ["{d} {m} {y}", "{m} {d}, {y}"],
    "month_date": "{m} {y}",
    "by": "By {P}",
    "collective": ["Statement of {O}", "Declaration of {O}"],
    "notes": ["Footnotes", "Notes", "Endnotes"],
    "contents": ["Contents", "In this issue"],
    "page": "p. {n}",
    "number": "No. {n}",
    "people": "Agnes Holloway|Bertram Fisk|Clara Whitcombe|Desmond Achterberg|Edith Marlowe|Fergus O'Dwyer|Harriet Penrose|"
              "Ivor Llewellyn|Judith Cray|Lionel Ashdown|Maud Ellery|Nathaniel Stokes|Rosalind Birch|Tobias Kerridge",
    "places": "Wexcombe|Great Barrow|Thornley|Marsh End|Port Gellan|Ashwater|Kilnsea|Dunmorrow|Upper Leigh|Stanwick",
    "openers": """
In the spring of {Y}
At the meeting in {L}
According to the report of {D},
For more than {N} years
As {P} has often remarked,
After the flood of {Y}
In the opinion of our readers in {L},
On {D}
Nobody should forget that
It is no accident that
""",
    "links": """
, and |, but |; however, | because | although |, while | since |, for 
""",
    "clauses": """
{A} has become the most important question for the people of {L}
{P} described the whole affair in a letter to the editors
there is still no agreement about {A} among those who know the matter best
the committee in {L} has refused to publish its figures for the third time
most of the older members remember how different things were before {Y}
{A} cannot be understood without a look at what happened in {L}
nearly {N} people signed the petition within a single week
the newspapers of {L} did not mention {A} with a single word
{P} and {P} have worked on {A} since the autumn of {Y}
we shall have to return to {A} in one of the next issues
nothing of the kind has been observed anywhere else in the county
a small group around {P} continued to meet in the back room of a public house
the costs were estimated at more than {N} thousand pounds
{A} depends to a large extent on the goodwill of a few volunteers
it would be wrong to conclude from this that {A} is of no interest
the answer which {P} gave at the time was neither complete nor convincing
these differences have been known to everyone since at least {Y}
the question was put to the assembly once more and was again postponed
what is at stake here is not only {A} but the future of the whole undertaking
those who live near {L} have every reason to be worried
the first results were so surprising that they had to be checked twice
{P} believed that the matter would be settled before the end of the year
there was hardly any doubt left about the significance of {A}
the archive in {L} holds more than {N} letters from this period
it took the better part of a decade before {A} was taken seriously again
both sides have reason to look for a way out of this situation
a careful reading of the sources leads to a very different picture
the young people whom we met in {L} speak about {A} with great enthusiasm
""",
    "themes": {
        "theory": "the struggle over wages|the crisis of the old parties|the question of the land|the movement of the tenants|"
                  "the policy of the coalition|the right to strike|the role of the press|the programme of transition|"
                  "the experience of the councils|the price of bread",
        "parish": "the repair of the tower|the harvest supper|the work of the visitors|the choir of the parish|"
                  "the old rectory|the Sunday school|the care of the churchyard|the Christmas collection|the new organ",
        "birds": "the return of the curlew|the autumn migration|the census of the waders|the colony on the island|"
                 "the ringing station|the decline of the lapwing|the reed bed|the winter count|the nesting season",
        "chess": "the exchange sacrifice|the opening of the new club room|the county championship|the endgame with rooks|"
                 "the problem of the backward pawn|the junior tournament|the correspondence match|the value of the bishop pair",
        "law": "the burden of proof|the protection of tenants|the liability of carriers|the reform of the procedure|"
               "the doctrine of notice|the judgment of the higher court|the duty of disclosure|the position of the creditor",
        "literary": "the late poems|the art of the essay|the voice of the narrator|the memory of childhood|"
                    "the translation of the elegies|the unfinished novel|the theatre of the province|the silence of the diaries",
    },
    "organisations": {
        "theory": "League of the Common Land|Workers' Study Circle|Tenants' Federation (TF)",
        "parish": "the Parish Council of St Botolph|Friends of the Tower|the Mothers' Guild",
        "birds": "Fenland Observers' Trust|the Recording Committee|Island Bird Station",
        "chess": "Northern Counties Chess Association|the Rules Committee|Ashwater Chess Club",
        "law": "Institute of Civil Practice|the Working Party on Procedure|Chambers at Mill Lane",
        "literary": "the Editors|School of Letters, Thornley|the Translators' Circle",
    },
    "titles": """
{A}: what have we learned?
{A} and the people of {L}
Once more on {A}
{A} after the summer of {Y}
What remains of {A}
A new look at {A}
""",
    "subtitles": """
Some remarks on a debate that has occupied us for {N} months
With a reply to {P}
On the background of {A} and the lessons that every one of us should draw from it
Why the events in {L} matter far beyond the place in which they happened, what our readers have told us about them in more than {N} letters, and which conclusions the next assembly will have to draw if it wants to be taken seriously at all
""",
    "headings": """
The events in {L}
A look back at {Y}
What the figures say
{A} in practice
Two objections
What is to be done now
Open questions
The lessons of {L}
""",
    "items": """
the free use of the hall in {L} for all members
a complete list of the sources concerning {A}
an open debate with {P} about {A}
the publication of all accounts since {Y}
regular reports about {A} in every issue
the appointment of two auditors from {L}
""",
    "verse": """
The river keeps no record of the rain,
the mill wheel turns and turns and asks for more;
a lantern moves along the flooded lane
and someone counts the boats along the shore.
We left our names in chalk upon the wall,
the morning came and did not read them all.
""",
    "note": ["{P}: {A}, {L} {Y}, p. {n}", "See on this {P}: {A}, in: Annual Report, {D}", "Letter to {P}, {D}, archive in {L}"],
    "note_more": "We have dealt with this more extensively in the issue of {D}, and {P} has answered our remarks in a letter.",
    "ibid": "Ibid.",
    "quote_marks": "“ ”",
    "calls_for": "We call for the following measures:",
    "such_as": "The report names three reasons: 1. the want of money, 2. the want of time, and 3. the want of good will.",
    "paren": "(see the issue of {D})",
    "compounds": "long-standing|self-government|so-called|well-known",
    "ad_label": ["Books of the {O}", "Publications of the {O}"],
    "ad_sale": "{n} pages, A5 format, £ {k}",
    "ad_order": "Order the book from our office: orders@{w}",
    "subscribe": ["Subscribe now!", "Four issues a year for £ {n}. Write to the office in {L}.", "subscriptions@{w}"],
    "masthead": "{T} is published four times a year by {O}. Contributions are welcome and should be sent to the editors in {L}; "
                "signed articles express the opinion of their authors. Printed by {P} & Sons, {L}.",
    "cover_picture": "Picture on the cover: view of {L} (photograph: {P})",
    "mixed": "The letter bears the title *{X}* and was never answered.",
}
