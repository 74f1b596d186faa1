// Labels that are not header words of tables already (header_words.cpp). To teach a new one, add a row: its letters and
// digits, folded. English is seen in real downloads, German and Portuguese in quotations of them; the other words are
// those of the app.
#include "ingest/instagram_labels.h"

#include "ingest/columns.h"
#include "ingest/folding.h"

namespace mf::ingest {
namespace {

using enum InstagramLabel;

struct Word {
  std::string_view key;
  InstagramLabel label;
};

constexpr Word words[] = {
    // English
    {"daterange", date_range},
    {"overallfollowers", net_followers},
    {"follows", follows},
    {"unfollows", unfollows},
    {"profilevisits", profile_visits},
    {"externallinktaps", clicks},
    {"contentinteractions", interactions},
    {"accountsengaged", accounts_engaged},
    // German
    {"zeitraum", date_range},
    {"hochladezeitstempel", created},
    {"bildunterschrift", caption},
    {"wiedergaben", views},
    {"neuefollower", follows},
    {"profilaufrufe", profile_visits},
    {"contentinteraktionen", interactions},
    {"followerinsgesamt", followers_or_their_net},
    {"nichtmehrgefolgt", unfollows},
    {"kontendieinteragierthaben", accounts_engaged},
    // Portuguese
    {"intervalodedatas", date_range},
    {"periodo", date_range},
    {"datadecriacao", created},
    {"carimbodedatahoradecriacao", created},
    {"carimbodedatahoradecarregamento", created},
    {"legenda", caption},
    {"reproducoes", views},
    {"contasalcancadas", reach},
    {"totaldeseguidores", followers_or_their_net},
    {"novosseguidores", follows},
    {"comecaramaseguir", follows},
    {"seguiram", follows},
    {"deixaramdeseguir", unfollows},
    {"deixardeseguir", unfollows},
    {"visitasaoperfil", profile_visits},
    {"toquesemlinksexternos", clicks},
    {"interacoescomoconteudo", interactions},
    {"interacoescomconteudo", interactions},
    {"contascomengajamento", accounts_engaged},
    // Turkish
    {"tariharaligi", date_range},
    {"olusturmazamandamgasi", created},
    {"olusturulmatarihi", created},
    {"yuklemezamandamgasi", created},
    {"aciklama", caption},
    {"begeniler", likes},
    {"yorumlar", comments},
    {"paylasimlar", shares},
    {"kaydetmeler", saves},
    {"oynatmalar", views},
    {"erisilenhesaplar", reach},
    {"gosterimler", impressions},
    {"takipciler", followers},
    {"yenitakipciler", follows},
    {"takibibirakanlar", unfollows},
    {"profilziyaretleri", profile_visits},
    {"icerikcetkilesimleri", interactions},
    {"icerikletkilesimler", interactions},
    // Spanish
    {"intervalodefechas", date_range},
    {"fechadecreacion", created},
    {"cuentasalcanzadas", reach},
    {"reproducciones", views},
    {"totaldeseguidoresnetos", net_followers},
    {"nuevosseguidores", follows},
    {"dejarondeseguir", unfollows},
    {"visitasalperfil", profile_visits},
    {"interaccionesconelcontenido", interactions},
    // French
    {"plagededates", date_range},
    {"datedecreation", created},
    {"comptestouches", reach},
    {"mentionsjaime", likes},
    {"lectures", views},
    {"nouveauxfollowers", follows},
    {"visitesduprofil", profile_visits},
    {"interactionsaveclecontenu", interactions},
};

InstagramLabel of_field(Field field) {
  switch (field) {
    case Field::followers:
      return followers;
    case Field::published_at:
      return created;
    case Field::caption:
      return caption;
    case Field::likes:
      return likes;
    case Field::comments:
      return comments;
    case Field::shares:
      return shares;
    case Field::saves:
      return saves;
    case Field::views:
      return views;
    case Field::reach:
      return reach;
    case Field::impressions:
      return impressions;
    default:
      return unknown;
  }
}

}  // namespace

InstagramLabel instagram_label(std::string_view label) {
  if (label.size() > 100) return unknown;
  const std::string key = header_key(label);
  for (const Word& word : words) {
    if (key == word.key) return word.label;
  }
  return of_field(read_header(label).field);
}

const char* figure_name(InstagramLabel label) {
  switch (label) {
    case created:
      return field_key(Field::published_at);
    case caption:
      return "caption";
    case likes:
      return "likes";
    case comments:
      return "comments";
    case shares:
      return "shares";
    case saves:
      return "saves";
    case views:
      return "views";
    case reach:
      return "reach";
    case impressions:
      return "impressions";
    case followers:
      return "followers";
    case net_followers:
      return "net_followers";
    case follows:
      return "follows";
    case unfollows:
      return "unfollows";
    case profile_visits:
      return "profile_visits";
    case clicks:
      return "clicks";
    case interactions:
      return "interactions";
    case accounts_engaged:
      return "accounts_engaged";
    case unknown:
    case date_range:
    case followers_or_their_net:
      return "";
  }
  return "";
}

}  // namespace mf::ingest
