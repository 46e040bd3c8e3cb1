// The system's libxml2. Who uses what:
//   FeedParsing  the SAX push parser (xmlCreatePushParserCtxt, xmlParseChunk, xmlStopParser) on feeds
//   Extraction   the HTML parser on pages

// libxml2's encoding.h brings ICU's headers along, which clash with those of Foundation. ICU shows only in a struct that
// libxml2 itself allocates, so leaving it out changes nothing here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
