"""The time zones in which deadlines are said: each by a city that people know, with a name in all three languages (`zone-...` in courses.ftl).

To add one: a line here, and its name in each courses.ftl.
"""

from collections.abc import Mapping

ZONES: Mapping[str, str] = {
    "UTC": "utc", "Europe/Zurich": "geneva", "Europe/Paris": "paris", "Europe/Brussels": "brussels", "Europe/London": "london",
    "America/New_York": "new-york",
    "Africa/Abidjan": "abidjan", "Africa/Accra": "accra", "Africa/Bamako": "bamako", "Africa/Banjul": "banjul", "Africa/Dakar": "dakar",
    "Africa/Lagos": "abuja", "Africa/Lome": "lome", "Africa/Niamey": "niamey", "Africa/Ouagadougou": "ouagadougou", "Africa/Porto-Novo": "cotonou",
    "Africa/Douala": "yaounde", "Africa/Kinshasa": "kinshasa", "Africa/Ndjamena": "ndjamena",
    "Africa/Addis_Ababa": "addis-ababa", "Africa/Nairobi": "nairobi", "Africa/Kampala": "kampala", "Africa/Kigali": "kigali",
    "Africa/Dar_es_Salaam": "dar-es-salaam", "Africa/Khartoum": "khartoum", "Africa/Juba": "juba", "Africa/Mogadishu": "mogadishu",
    "Africa/Harare": "harare", "Africa/Johannesburg": "johannesburg", "Africa/Lusaka": "lusaka", "Africa/Maputo": "maputo",
    "Africa/Algiers": "algiers", "Africa/Cairo": "cairo", "Africa/Casablanca": "rabat", "Africa/Nouakchott": "nouakchott",
    "Africa/Tripoli": "tripoli", "Africa/Tunis": "tunis",
    "Asia/Amman": "amman", "Asia/Baghdad": "baghdad", "Asia/Beirut": "beirut", "Asia/Damascus": "damascus", "Asia/Dubai": "dubai",
    "Asia/Gaza": "gaza", "Asia/Jerusalem": "jerusalem", "Asia/Kuwait": "kuwait", "Asia/Riyadh": "riyadh", "Europe/Istanbul": "istanbul",
    "Asia/Bangkok": "bangkok", "Asia/Colombo": "colombo", "Asia/Dhaka": "dhaka", "Asia/Jakarta": "jakarta", "Asia/Kathmandu": "kathmandu",
    "Asia/Kolkata": "new-delhi", "Asia/Kuala_Lumpur": "kuala-lumpur", "Asia/Manila": "manila", "Pacific/Fiji": "suva",
}
